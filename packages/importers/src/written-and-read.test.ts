import { COMPONENT_KINDS, SYSTEM_RELATIONS } from '@second-story/board'
import { seededRandom } from '@second-story/std'
import { describe, expect, test } from 'vitest'
import { TestBoard } from './testing.ts'
import {
  drawnSystem,
  writeDot,
  writeJsonCanvas,
  writeMermaid,
  writeSystemCsv,
  writeTimelineCsv,
} from './writers.ts'

/** Words that mean something to one format or another, or to what draws it. */
const NASTY = [
  'a "quoted" name',
  'end',
  'graph [x] {y} |z|',
  '<script>alert(1)</script>',
  'back\\slash',
  'semi;colon, comma',
  '#hash & amp;',
  '`tick`',
  'ünïcödé 日本',
  'per cent %% --> x',
]

function id(n: number): string {
  return `i${String(n).padStart(20, '0')}`
}

function nastyBoard(): TestBoard {
  const board = new TestBoard()
  const at = (i: number) => ({ x: (i % 4) * 200, y: Math.floor(i / 4) * 120, w: 144, h: 56, parent: null })
  board.apply(
    NASTY.map((name, i) => ({
      do: 'add',
      id: id(i),
      type: 'component',
      fields: { name, kind: i % 2 === 0 ? 'service' : 'datastore' },
      place: { ...at(i), order: `a${i}` },
    })),
  )
  board.apply(
    NASTY.slice(1).map((label, i) => ({
      do: 'connect',
      id: id(100 + i),
      from: id(i),
      to: id(i + 1),
      kind: 'calls',
      label,
    })),
  )
  return board
}

const WRITERS = [
  ['mermaid', 'a.mmd', (board: TestBoard) => writeMermaid(drawnSystem(board.board))],
  ['dot', 'a.dot', (board: TestBoard) => writeDot(drawnSystem(board.board))],
  ['csv', 'a.csv', (board: TestBoard) => writeSystemCsv(drawnSystem(board.board))],
  ['json-canvas', 'a.canvas', (board: TestBoard) => writeJsonCanvas(board.board)],
] as const

describe.each(WRITERS)('%s', (format, name, write) => {
  test('says words of any kind so that they are read back as they were, and nothing of them is syntax', () => {
    const board = nastyBoard()
    const back = new TestBoard()
    const result = back.import({ name, text: write(board) })
    expect(result.format).toBe(format)
    expect(Object.keys(back.components).sort()).toEqual(Object.keys(board.components).sort())
    expect(back.arrows).toHaveLength(NASTY.length - 1)
    for (const label of NASTY.slice(1)) expect(back.arrows.some((arrow) => arrow.endsWith(label))).toBe(true)
  })

  test('gives equal bytes for equal boards, whatever order their items came in', () => {
    const random = seededRandom(7)
    const commands = Array.from({ length: 30 }, (_, i) => ({
      do: 'add',
      id: id(i),
      type: 'component',
      fields: { name: `c${i}`, kind: COMPONENT_KINDS[Math.floor(random() * COMPONENT_KINDS.length)] },
      place: {
        x: Math.floor(random() * 1000),
        y: Math.floor(random() * 900),
        w: 144,
        h: 56,
        parent: null,
        order: `a${i}`,
      },
    }))
    const [one, other] = [new TestBoard(), new TestBoard()]
    one.apply(commands)
    other.apply([...commands].reverse())
    expect(write(other)).toBe(write(one))
  })

  test('an empty board is an empty file of its kind', () => {
    expect(write(new TestBoard()).length).toBeGreaterThan(0)
  })

  test('what is private stays', () => {
    const board = new TestBoard()
    board.apply([
      {
        do: 'add',
        id: id(1),
        type: 'component',
        fields: { name: 'shared' },
        place: { x: 0, y: 0, w: 9, h: 9, parent: null, order: 'a0' },
      },
    ])
    board.applyPrivately([
      {
        do: 'add',
        id: id(2),
        type: 'component',
        fields: { name: 'mine alone' },
        layer: 'own',
        place: { x: 0, y: 99, w: 9, h: 9, parent: null, order: 'a0' },
      },
      { do: 'connect', id: id(3), from: id(2), to: id(1), kind: 'calls', label: 'secretly', layer: 'own' },
    ])
    expect(write(board)).toContain('shared')
    expect(write(board)).not.toMatch(/mine|secret/)
  })
})

test('boundaries nest as they do on the board, and a choice keeps those round what was chosen', () => {
  const board = new TestBoard()
  const place = (x: number, parent: string | null) => ({ x, y: 20, w: 100, h: 60, parent, order: 'a0' })
  board.apply([
    {
      do: 'add',
      id: id(1),
      type: 'boundary',
      fields: { name: 'Shop' },
      place: { ...place(0, null), w: 900, h: 400 },
    },
    {
      do: 'add',
      id: id(2),
      type: 'boundary',
      fields: { name: 'Back' },
      place: { ...place(300, id(1)), w: 300, h: 200 },
    },
    { do: 'add', id: id(3), type: 'component', fields: { name: 'web' }, place: place(20, id(1)) },
    {
      do: 'add',
      id: id(4),
      type: 'component',
      fields: { name: 'db', kind: 'datastore' },
      place: place(20, id(2)),
    },
    { do: 'add', id: id(5), type: 'component', fields: { name: 'mail' }, place: place(1200, null) },
    { do: 'connect', id: id(6), from: id(3), to: id(4), kind: 'reads', label: '' },
    { do: 'connect', id: id(7), from: id(5), to: id(1), kind: 'calls', label: 'http' },
  ])
  for (const [, name, write] of WRITERS.slice(0, 2)) {
    const back = new TestBoard()
    back.import({ name, text: write(board) })
    expect(back.insides).toMatchObject({ Shop: ['Back', 'web'], Back: ['db'] })
  }
  expect(writeDot(drawnSystem(board.board))).toContain('lhead=cluster_b1')
  const chosen = drawnSystem(board.board, new Set([id(4)]) as never)
  expect(chosen.groups.map((group) => group.item.name)).toEqual(['Shop'])
  expect(chosen.groups[0]?.components).toEqual([])
  expect(chosen.groups[0]?.groups[0]?.components.map(({ item }) => item.name)).toEqual(['db'])
})

test('every kind of arrow comes back from a table as it was', () => {
  const board = new TestBoard()
  board.apply(
    ['a', 'b'].map((name, i) => ({ do: 'add', id: id(i), type: 'component', fields: { name }, place: null })),
  )
  board.apply(
    SYSTEM_RELATIONS.map((kind, i) => ({
      do: 'connect',
      id: id(10 + i),
      from: id(0),
      to: id(1),
      kind,
      label: `l${i}`,
    })),
  )
  const back = new TestBoard()
  back.import({ name: 'a.csv', text: writeSystemCsv(drawnSystem(board.board)) })
  expect(back.arrows).toEqual(board.arrows)
})

test('nothing in a table is a formula', () => {
  const board = new TestBoard()
  board.apply(
    ['=1+1', '+cmd', '-2', '@sum'].map((name, i) => ({
      do: 'add',
      id: id(i),
      type: 'component',
      fields: { name, notes: name },
      place: null,
    })),
  )
  const cells = writeSystemCsv(drawnSystem(board.board)).split(/[,\r\n]+/)
  expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
})

test('the timeline is a table in order of time, without what was left out of the record', () => {
  const board = new TestBoard()
  const event = (n: number, text: string, at: string, more = {}) => ({
    do: 'add',
    id: id(n),
    type: 'event',
    fields: {
      text,
      when: { at, end: null, precision: 'exact', zone: 'UTC', words: '', order: 'a0' },
      ...more,
    },
    place: null,
  })
  board.apply([
    { do: 'add', id: id(9), type: 'component', fields: { name: 'orders' }, place: null },
    event(1, 'later, "loudly"', '1970-01-01T00:02:00.000Z'),
    event(2, 'first', '1970-01-01T00:01:00.000Z', {
      sources: [{ id: 's1', kind: 'log', title: 'a log', url: 'https://example.com/l' }],
    }),
    event(3, 'not for the record', '1970-01-01T00:01:30.000Z', { leaveOutOfRecord: true }),
    { do: 'connect', id: id(10), from: id(1), to: id(9), kind: 'about', label: '' },
  ])
  expect(writeTimelineCsv(board.board).split('\r\n')).toEqual([
    'when,at (UTC),what happened,kind,sources,components',
    '00:01,1970-01-01T00:01:00.000Z,first,,https://example.com/l,',
    '00:02,1970-01-01T00:02:00.000Z,"later, ""loudly""",,,orders',
    '',
  ])
})
