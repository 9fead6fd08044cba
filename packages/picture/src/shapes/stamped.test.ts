import { CONDUCT_UNKNOWN, ITEM_TYPES, type ItemTypeName, NOTE_COLOURS, NOTE_SIZES } from '@second-story/board'
import { expect, test } from 'vitest'
import type { TextMark } from '../drawing.ts'
import { BoardMaker } from '../testing/make-board.ts'
import { drawItem, fitItem } from './catalogue.ts'

function made(type: ItemTypeName, fields: Record<string, unknown>, dots = 0) {
  const maker = new BoardMaker()
  const id = maker.add(type, fields, { x: 0, y: 0, w: 168, h: 56 })
  const before = maker.board()
  const vote = {
    id: 'v',
    title: 'Which?',
    dots: 3,
    on: { types: [type] },
    state: 'closed',
    startedAt: 1,
    closedAt: 2,
    totals: { [id]: dots },
    shown: true,
  } as const
  const conduct = { ...CONDUCT_UNKNOWN, votes: dots > 0 ? [vote] : [] }
  const board = { ...before, conduct }
  const item = board.items.get(id)
  if (!item) throw new Error('not there')
  return { item, board, drawing: drawItem(item, { board }) }
}

const words = ({ drawing }: ReturnType<typeof made>): string[] =>
  drawing.marks.filter((mark): mark is TextMark => mark.mark === 'text').map((mark) => mark.text)

test('a stamp looks the same on everything', () => {
  for (const type of Object.keys(ITEM_TYPES) as ItemTypeName[]) {
    const bare = made(type, {})
    const one = made(type, { marks: ['luck'] })
    expect(words(one), type).toContain('luck')
    expect(one.drawing.marks.length, type).toBe(bare.drawing.marks.length + 3)
    expect([one.drawing.w, one.drawing.h], type).toEqual([bare.drawing.w, bare.drawing.h])
  }
})

test('what is off limits keeps its lock beside other stamps, and a risk is still there once', () => {
  expect(words(made('component', { name: 'a', offLimits: true, marks: ['luck'] })).slice(1)).toEqual([
    'off limits',
    'luck',
  ])
  expect(words(made('factor', { text: 'a', kind: 'risk', marks: ['still-there'] })).slice(1)).toEqual([
    'still there',
  ])
})

test('dots of a vote are a short row and their number, on anything', () => {
  const dots = (count: number): number =>
    made('note', { text: 'a' }, count).drawing.marks.flatMap((mark) =>
      mark.mark === 'path' && mark.fill === 'ink' ? [...mark.d.matchAll(/M/g)] : [],
    ).length
  expect([dots(1), dots(4), dots(40)]).toEqual([1, 4, 5])
  for (const type of Object.keys(ITEM_TYPES) as ItemTypeName[])
    expect(words(made(type, {}, 12)), type).toContain('12')
})

test('a note has one of five grounds and one of three sizes of words', () => {
  const grounds = NOTE_COLOURS.map((colour) =>
    JSON.stringify(made('note', { colour, text: 'a' }).drawing.marks[0]),
  )
  expect(new Set(grounds).size).toBe(NOTE_COLOURS.length)
  const widths = NOTE_SIZES.map((size) => {
    const { item, board } = made('note', { size, text: 'a' })
    return fitItem(item, board).w
  })
  expect(widths).toEqual([...widths].sort((a, b) => a - b))
  expect(new Set(widths).size).toBe(NOTE_SIZES.length)
})
