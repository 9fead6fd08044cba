import { apply, LiveBoard, parseCommands, read, writeConduct } from '@second-story/board'
import { countedIds } from '@second-story/std'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { entryCommands, readEntry } from './fast-entry.ts'
import { litBy } from './lit-by.ts'
import { eventsOf } from './order.ts'

const NOW = Date.parse('2024-06-12T10:00:00Z')

function board() {
  const docs = new Map([
    ['common', new Y.Doc()],
    ['conduct', new Y.Doc()],
  ] as const)
  const conduct = docs.get('conduct')
  if (conduct) writeConduct(conduct, { kind: 'incident-review', zone: 'UTC' })
  const live = new LiveBoard(docs, (work) => work())
  const makeId = countedIds('x')
  const run = (commands: readonly object[]): void => {
    const parsed = parseCommands(commands)
    if (!parsed.ok) throw new Error(parsed.refusal.message)
    const done = apply(docs, parsed.commands, { now: NOW, origin: null })
    if (!done.ok) throw new Error(done.refusal.message)
  }
  const type = (line: string): void => {
    const context = { board: live.snapshot, events: eventsOf(live.snapshot), now: NOW }
    run(entryCommands(readEntry(line, context), context, makeId))
  }
  const lines = (): string[] =>
    eventsOf(live.snapshot).map(({ text, when }) => `${when.at ?? when.words} ${text}`)
  return { live, docs, run, type, lines, makeId }
}

test('one typed line is an event with its time, its words and its components', () => {
  const { live, run, type, makeId } = board()
  const orders = makeId()
  run([{ do: 'add', id: orders, type: 'component', fields: { name: 'orders' } }])
  type('14:05 ~ pager fires for orders')
  const [event] = eventsOf(live.snapshot)
  expect(event?.text).toBe('pager fires for orders')
  expect(event?.when).toMatchObject({ precision: 'approx', at: '2024-06-12T14:05:00Z' })
  expect([...litBy(live.snapshot, event?.id ?? null).items]).toEqual([event?.id, orders])
})

test('lines stand by their times, words where they say, the rest at the end', () => {
  const { type, lines } = board()
  type('2017-01-31 23:00 replication stops')
  type('23:45 no snapshot either')
  type('after 23:30 the bucket is empty')
  type('someone remembers staging')
  type('17:20 snapshot by hand')
  expect(lines()).toEqual([
    '2017-01-31T17:20:00Z snapshot by hand',
    '2017-01-31T23:00:00Z replication stops',
    'after 23:30 the bucket is empty',
    '2017-01-31T23:45:00Z no snapshot either',
    ' someone remembers staging',
  ])
})

test('what an event lights holds its factors and their components', () => {
  const { live, docs, run, type, makeId } = board()
  type('23:00 replication stops')
  const [event] = eventsOf(live.snapshot)
  const [factor, primary, far] = [makeId(), makeId(), makeId()]
  run([
    { do: 'add', id: primary, type: 'component', fields: { name: 'Primary' } },
    { do: 'add', id: far, type: 'component', fields: { name: 'Far' } },
    { do: 'add', id: factor, type: 'factor', fields: { text: 'spam' } },
    { do: 'connect', id: makeId(), from: factor, to: event?.id, kind: 'relates-to' },
    { do: 'connect', id: makeId(), from: factor, to: primary, kind: 'about' },
    { do: 'connect', id: makeId(), from: primary, to: far, kind: 'calls' },
  ])
  const lit = litBy(read(docs), event?.id ?? null)
  expect([...lit.items].sort()).toEqual([event?.id, factor, primary].sort())
  expect(lit.relations.size).toBe(2)
  expect(litBy(read(docs), null).items.size).toBe(0)
})
