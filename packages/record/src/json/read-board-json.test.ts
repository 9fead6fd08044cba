import {
  apply,
  type BoardSnapshot,
  type LayerName,
  parseCommands,
  read,
  SAMPLES,
  templateFor,
  type Vote,
  writeConduct,
} from '@second-story/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { toBoardJson } from './board-json.ts'
import { readBoardJson } from './read-board-json.ts'

function boardFrom(commands: unknown, conduct: Parameters<typeof writeConduct>[1]): BoardSnapshot {
  const docs = new Map<LayerName, Y.Doc>([
    ['common', new Y.Doc()],
    ['conduct', new Y.Doc()],
  ])
  const parsed = parseCommands(commands)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  const applied = apply(docs, parsed.commands, { now: 0, origin: 'test' })
  if (!applied.ok) throw new Error(applied.refusal.message)
  writeConduct(docs.get('conduct') as Y.Doc, conduct)
  return read(docs)
}

test.each(SAMPLES)(
  '$name leaves as a file and comes back the same, to the byte of its next file',
  (sample) => {
    const { commands, conduct } = sample.build()
    const text = toBoardJson('b', boardFrom(JSON.parse(JSON.stringify(commands)), conduct))
    const back = readBoardJson(text)
    if (typeof back === 'string') throw new Error(back)
    expect(back.commands.length).toBeGreaterThan(20)
    const { title, kind, zone, stage } = JSON.parse(text).board
    expect(back).toMatchObject({ title, kind, zone })
    const begun = [...templateFor(kind, title, zone).commands, ...back.commands]
    const again = boardFrom(JSON.parse(JSON.stringify(begun)), { title, kind, zone, stage })
    expect(toBoardJson('b', again)).toBe(text)
  },
)

const BOARD = '"board":{"title":"t","kind":"blank","zone":"UTC"}'

test.each([
  ['', /not JSON/],
  [`{${BOARD},"items":[`, /not JSON/],
  ['[]', /not a board/],
  ['{"board":7}', /not a board/],
  [`{"format":"second-story/record",${BOARD}}`, /not a board/],
  [`{${BOARD},"items":{},"relations":[],"prose":{}}`, /not whole/],
  [`{${BOARD},"items":[7],"relations":[],"prose":{}}`, /cannot be read/],
  [`{${BOARD},"items":[{"id":"__proto__","type":"note"}],"relations":[],"prose":{}}`, /cannot be read/],
  [
    `{${BOARD},"items":[{"id":"aaaaaaaaaaaaaaaaaaaaa","type":"toString"}],"relations":[],"prose":{}}`,
    /cannot be read/,
  ],
  [`{${BOARD},"items":[],"relations":[{"id":"x"}],"prose":{}}`, /cannot be read/],
])('%# a file that is no board says so', (text, words) => {
  expect(readBoardJson(text)).toMatch(words)
})

test('what came to things later than the file was written has its usual value', () => {
  const item = { id: 'a'.repeat(21), type: 'note', text: 'from long ago', layer: 'common' }
  const file = `{${BOARD},"items":[${JSON.stringify(item)}],"relations":[],"prose":{}}`
  const back = readBoardJson(file)
  if (typeof back === 'string') throw new Error(back)
  const board = boardFrom(back.commands, { title: 't' })
  expect([...board.items.values()]).toMatchObject([{ text: 'from long ago', colour: 'yellow', marks: [] }])
})

test('votes that are over come along under the new names, open ones stay behind', () => {
  const note = 'a'.repeat(21)
  const vote: Vote = {
    id: 'v',
    title: 'Which?',
    dots: 3,
    on: { ids: [note] },
    state: 'closed',
    startedAt: 1,
    closedAt: 2,
    totals: { [note]: 4 },
    shown: true,
  }
  const open: Vote = { ...vote, id: 'w', state: 'open', totals: {}, closedAt: null }
  const add = { do: 'add', id: note, type: 'note', fields: { text: 'alpha' } }
  const text = toBoardJson('b', boardFrom([add], { votes: [vote, open] }))
  const back = readBoardJson(text, (id) => id.replaceAll('a', 'b'))
  if (typeof back === 'string') throw new Error(back)
  const fresh = 'b'.repeat(21)
  expect(back.votes).toEqual([{ ...vote, on: { ids: [fresh] }, totals: { [fresh]: 4 } }])
  expect(readBoardJson(text.replace('"closed"', '"open"'))).toMatch(/cannot be read/)
})

test('a file that holds more than a board may is for the commands to refuse', () => {
  const item = { id: 'a'.repeat(21), type: 'note', text: 7, place: { x: 1, y: 2, w: 'wide', h: 9 } }
  const file = {
    board: { title: 5, kind: 'spy', zone: 1 },
    items: [item],
    relations: [],
    prose: { nowhere: [7] },
  }
  const read = readBoardJson(JSON.stringify(file))
  if (typeof read === 'string') throw new Error(read)
  expect([read.title, read.kind, read.zone]).toEqual(['', 'blank', 'UTC'])
  expect(parseCommands(read.commands).ok).toBe(false)
})

test('what was drawn by hand comes back as it was; what only its maker sees stays', () => {
  const stroke = { do: 'ink', id: 'x'.repeat(21), points: [0, 0, 10.5, 3], pressures: [0.2, 0.7] }
  const board = boardFrom([stroke], { title: 'Drawn', kind: 'blank' })
  const text = toBoardJson('b', board)
  const back = readBoardJson(text)
  if (typeof back === 'string') throw new Error(back)
  const again = boardFrom(JSON.parse(JSON.stringify(back.commands)), { title: 'Drawn', kind: 'blank' })
  expect(again.strokes).toEqual(board.strokes)
  const own = { ...board.strokes.get(stroke.id as never), layer: 'own' }
  const mine = { ...board, strokes: new Map([[stroke.id, own]]) } as unknown as BoardSnapshot
  expect(JSON.parse(toBoardJson('b', mine)).strokes).toEqual([])
})
