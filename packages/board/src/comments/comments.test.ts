import { countedIds } from '@second-story/std'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { apply } from '../commands/apply.ts'
import { parseCommands } from '../commands/parse.ts'
import { itemsOf } from '../document/roots.ts'
import type { LayerName } from '../layers.ts'
import { LiveBoard } from '../live/live-board.ts'
import { read } from '../read/read.ts'
import type { Pinned } from './comment.ts'
import { lastKnown } from './last-known.ts'
import { aboutOf, threadsOf } from './thread.ts'
import {
  answerIn,
  beginThread,
  CommentRefused,
  type CommentWriter,
  removeComment,
  resolveThread,
  reword,
} from './write-comments.ts'

const ada: CommentWriter = { account: 'ada', name: 'Ada', isHost: false }
const bob: CommentWriter = { account: 'bob', name: 'Bob', isHost: false }
const host: CommentWriter = { account: 'hal', name: 'Hal', isHost: true }
const HERE: Pinned = { item: null, name: '', place: { x: 10, y: 20 } }

let docs: Map<LayerName, Y.Doc>
let conduct: Y.Doc
let common: Y.Doc
let id: () => string
beforeEach(() => {
  common = new Y.Doc()
  conduct = new Y.Doc()
  docs = new Map<LayerName, Y.Doc>([
    ['common', common],
    ['conduct', conduct],
  ])
  id = countedIds('c')
})

function run(...commands: unknown[]): void {
  const parsed = parseCommands(commands)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  const applied = apply(docs, parsed.commands, { now: 7, origin: 'test' })
  if (!applied.ok) throw new Error(applied.refusal.message)
}
const words = (text: string, mentions: readonly string[] = []) => ({ id: id(), text, mentions })
const why = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof CommentRefused) return error.why
    throw error
  }
  return 'written'
}
const threads = () => threadsOf(read(docs).comments)

describe('a thread', () => {
  test('is a comment and its answers, oldest first, and no card on the board', () => {
    const first = beginThread(conduct, words('Is this so?'), HERE, ada, 1)
    answerIn(conduct, { ...words('Later'), thread: first.id }, bob, 3, null)
    answerIn(conduct, { ...words('Sooner'), thread: first.id }, ada, 2, null)
    const [thread] = threads()
    expect([thread?.first, ...(thread?.answers ?? [])].map((one) => `${one?.by} ${one?.text}`)).toEqual([
      'Ada Is this so?',
      'Ada Sooner',
      'Bob Later',
    ])
    expect(read(docs).items.size).toBe(0)
  })

  test('is closed and opened again, by anybody', () => {
    const { id: thread } = beginThread(conduct, words('x'), HERE, ada, 1)
    expect(resolveThread(conduct, thread, true, bob, 5).resolved).toEqual({ by: 'Bob', at: 5 })
    expect(resolveThread(conduct, thread, true, ada, 9).resolved?.at).toBe(5)
    expect(threads()[0]?.isResolved).toBe(true)
    expect(resolveThread(conduct, thread, false, ada, 9).resolved).toBeNull()
  })

  test('outlives its item, with its former name and place', () => {
    const [frame, note] = [id(), id()]
    run(
      {
        do: 'add',
        id: frame,
        type: 'frame',
        fields: { name: 'Plan' },
        place: { x: 100, y: 50, w: 400, h: 300 },
      },
      {
        do: 'add',
        id: note,
        type: 'note',
        fields: { text: 'The queue\nwas full' },
        place: { x: 10, y: 10, w: 100, h: 60, parent: frame },
      },
    )
    const on = lastKnown(common, note)
    expect(on).toEqual({ item: note, name: 'The queue', place: { x: 210, y: 60 } })
    if (!on) return
    beginThread(conduct, words('which?'), on, ada, 1)
    const about = () => aboutOf(threads()[0]?.on ?? HERE, read(docs))
    expect(about()).toMatchObject({ isGone: false, name: 'The queue', place: { x: 210, y: 60 } })
    run({ do: 'remove', ids: [note] })
    expect(about()).toMatchObject({ isGone: true, item: null, name: 'The queue', place: { x: 210, y: 60 } })
    itemsOf(common).delete(note)
    expect(about()).toMatchObject({ isGone: true, item: null, name: 'The queue', place: { x: 210, y: 60 } })
  })

  test('learns what its item is called whenever somebody answers', () => {
    const note = id()
    run({ do: 'add', id: note, type: 'component', fields: { name: 'orders' } })
    const known = () => lastKnown(common, note)
    const first = beginThread(conduct, words('x'), known() ?? HERE, ada, 1)
    run({ do: 'set', id: note, fields: { name: 'order-service' } })
    answerIn(conduct, { ...words('y'), thread: first.id }, bob, 2, known())
    itemsOf(common).delete(note)
    expect(threads()[0]?.on.name).toBe('order-service')
  })

  test('with nothing left in it is not shown, with an answer left it is', () => {
    const first = beginThread(conduct, words('x'), HERE, ada, 1)
    const answer = answerIn(conduct, { ...words('y'), thread: first.id }, bob, 2, null)
    expect(removeComment(conduct, first.id, ada)).toMatchObject({ text: '', removed: 'author' })
    expect(threads()).toHaveLength(1)
    removeComment(conduct, answer.id, host)
    expect(threads()).toHaveLength(0)
    expect(read(docs).comments.get(answer.id)?.removed).toBe('host')
  })
})

describe('what one may do', () => {
  test('words are changed by their author alone, and it is told', () => {
    const { id: one } = beginThread(conduct, words('teh'), HERE, ada, 1)
    expect(why(() => reword(conduct, one, words('mine'), bob, 2))).toBe('not-yours')
    expect(why(() => reword(conduct, one, words('mine'), host, 2))).toBe('not-yours')
    expect(reword(conduct, one, words('the'), ada, 2)).toMatchObject({ text: 'the', edited: 2, at: 1 })
    expect(reword(conduct, one, words('the'), ada, 9).edited).toBe(2)
  })

  test('words are taken away by their author or a host, for good', () => {
    const { id: one } = beginThread(conduct, words('secret'), HERE, ada, 1)
    expect(why(() => removeComment(conduct, one, bob))).toBe('not-yours')
    removeComment(conduct, one, ada)
    expect(why(() => reword(conduct, one, words('again'), ada, 2))).toBe('no-comment')
    expect(JSON.stringify(itemsOf(conduct).toJSON())).not.toContain('secret')
  })

  test('what a file brought is nobody’s, whatever account one has', () => {
    const nobody = { account: '', name: '', isHost: false }
    const { id: one } = beginThread(conduct, words('from afar'), HERE, { ...nobody, name: 'Eva' }, 1)
    expect(why(() => reword(conduct, one, words('x'), nobody, 2))).toBe('not-yours')
    expect(why(() => removeComment(conduct, one, nobody))).toBe('not-yours')
  })

  test('sent twice is said once; another’s id is not taken over', () => {
    const said = words('once')
    const first = beginThread(conduct, said, HERE, ada, 1)
    expect(beginThread(conduct, { ...said, text: 'again' }, HERE, ada, 5)).toEqual(first)
    expect(why(() => beginThread(conduct, said, HERE, bob, 5))).toBe('comment-id-taken')
    const stolen = { ...words('x'), id: said.id, thread: first.id }
    expect(why(() => answerIn(conduct, stolen, bob, 6, null))).toBe('comment-id-taken')
  })

  test('there is an end to how many, in a thread and on a board', () => {
    const bounds = { comments: 4, thread: 3 }
    const first = beginThread(conduct, words('1'), HERE, ada, 1, bounds)
    const answer = () => answerIn(conduct, { ...words('n'), thread: first.id }, ada, 2, null, bounds)
    answer()
    answer()
    expect(why(answer)).toBe('thread-full')
    beginThread(conduct, words('2'), HERE, ada, 1, bounds)
    expect(why(() => beginThread(conduct, words('3'), HERE, ada, 1, bounds))).toBe('board-full')
  })

  test('nothing is answered in a thread that is none, and no words are no comment', () => {
    expect(why(() => answerIn(conduct, { ...words('x'), thread: id() }, ada, 1, null))).toBe('no-comment')
    const first = beginThread(conduct, words('x'), HERE, ada, 1)
    const answer = answerIn(conduct, { ...words('y'), thread: first.id }, ada, 1, null)
    const inAnswer = { ...words('z'), thread: answer.id }
    expect(why(() => answerIn(conduct, inAnswer, ada, 1, null))).toBe('no-comment')
    expect(why(() => resolveThread(conduct, answer.id, true, ada, 1))).toBe('no-comment')
    expect(why(() => beginThread(conduct, words(' \n'), HERE, ada, 1))).toBe('no-words')
  })
})

describe('reading', () => {
  test('takes comments from the server’s layer alone, whatever lies elsewhere', () => {
    beginThread(conduct, words('true'), HERE, ada, 1)
    for (const value of Object.values(itemsOf(conduct).toJSON())) {
      const own = id()
      itemsOf(common).set(own, { ...value, thread: own, text: 'forged' })
    }
    expect([...read(docs).comments.values()].map((one) => one.text)).toEqual(['true'])
  })

  test('is total: nonsense is no comment', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        const doc = new Y.Doc()
        const value = typeof raw === 'object' && !Array.isArray(raw) ? { type: 'comment', ...raw } : raw
        itemsOf(doc).set('c'.repeat(21), value)
        expect(threadsOf(read(new Map([['conduct', doc]])).comments)).toEqual([])
      }),
      { seed: 4, numRuns: 200 },
    )
  })

  test('a live board reads what came, and keeps what did not change', () => {
    const live = new LiveBoard(docs, (work) => work())
    beginThread(conduct, words('1'), HERE, ada, 1)
    const before = live.snapshot.comments
    run({ do: 'add', id: id(), type: 'note', fields: { text: 'x' } })
    expect(live.snapshot.comments).toBe(before)
    beginThread(conduct, words('2'), HERE, ada, 2)
    expect(threadsOf(live.snapshot.comments).map((one) => one.first.text)).toEqual(['1', '2'])
    expect(live.snapshot.comments.get([...before.keys()][0] ?? '')).toBe([...before.values()][0])
  })
})
