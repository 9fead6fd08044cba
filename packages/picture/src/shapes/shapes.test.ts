import {
  COMPONENT_KINDS,
  FACTOR_KINDS,
  type FactorKind,
  ITEM_TYPES,
  type ItemTypeName,
  MARKS,
} from '@second-story/board'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Drawing, TextMark } from '../drawing.ts'
import { BoardMaker } from '../testing/make-board.ts'
import { drawItem, fitItem, itemBox } from './catalogue.ts'

function draw(type: ItemTypeName, fields: Record<string, unknown>, w = 168, h = 56, more = {}): Drawing {
  const maker = new BoardMaker()
  const id = maker.add(type, fields, { x: 0, y: 0, w, h }, more)
  const board = maker.board()
  const item = board.items.get(id)
  if (!item) throw new Error('not there')
  return drawItem(item, { board })
}

const words = (drawing: Drawing): string[] =>
  drawing.marks.filter((mark): mark is TextMark => mark.mark === 'text').map((mark) => mark.text)

const types = Object.keys(ITEM_TYPES) as ItemTypeName[]

test('any words at any size draw: no NaN, nothing smaller than 10.5, at least as large as the words', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...types),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: -5, max: 900 }),
      fc.integer({ min: -5, max: 900 }),
      (type, text, w, h) => {
        const drawing = draw(type, { name: text, text, technology: text }, w, h)
        for (const mark of drawing.marks) {
          expect(JSON.stringify(mark)).not.toMatch(/NaN|Infinity|null/)
          if (mark.mark === 'text') expect(mark.font.size).toBeGreaterThanOrEqual(10.5)
        }
        const below = drawing.words ? drawing.words.y + drawing.words.h : 0
        expect(below).toBeLessThanOrEqual(drawing.h + 24)
      },
    ),
    { seed: 21 },
  )
})

test('every kind of component has its own outline or its own icon', () => {
  const looks = COMPONENT_KINDS.map((kind) => {
    const drawing = draw('component', { kind, name: 'orders' })
    return JSON.stringify([drawing.outline, drawing.marks.filter((mark) => mark.mark !== 'text')])
  })
  expect(new Set(looks).size).toBe(COMPONENT_KINDS.length)
})

test('not sure or not ours is dashed, off limits has a hatch and a lock', () => {
  const dashed = (fields: Record<string, unknown>): boolean =>
    draw('component', { name: 'orders', ...fields }).marks.some((mark) => mark.mark === 'path' && mark.dash)
  expect(dashed({})).toBe(false)
  for (const fields of [
    { control: 'not-ours' },
    { control: 'unsure' },
    { kind: 'external' },
    { kind: 'unknown' },
  ])
    expect(dashed(fields)).toBe(true)
  const limited = draw('component', { name: 'orders', offLimits: true })
  expect(limited.marks.some((mark) => mark.mark === 'icon' && mark.name === 'lock')).toBe(true)
})

test('all factors weigh the same: only colour, icon and, for the background, the outline differ', () => {
  const geometry = (kind: FactorKind): unknown => {
    const { w, h, marks } = draw('factor', { kind, text: 'Mail about failed backups was refused' })
    return [
      w,
      h,
      marks.map((mark) =>
        mark.mark === 'path' ? mark.d : mark.mark === 'text' ? [mark.x, mark.y, mark.font] : [mark.x, mark.y],
      ),
    ]
  }
  const came = geometry('triggered')
  for (const kind of [
    'contributed-to',
    'enabled',
    'made-worse',
    'made-difficult',
    'hid',
    'helped',
    'limited',
  ] as const)
    expect(geometry(kind)).toEqual(came)
  for (const kind of FACTOR_KINDS) expect(draw('factor', { kind, text: 'x' }).w).toBe(168)
})

test('a factor shows at most four lines, then an ellipsis', () => {
  const text = 'No one owned backups and no one tried a restore, '.repeat(8)
  const shown = words(draw('factor', { text }))
  expect(shown).toHaveLength(4)
  expect(shown.at(-1)?.endsWith('…')).toBe(true)
})

test('a factor shows its components as chips, and its marks as stamps', () => {
  const maker = new BoardMaker()
  const primary = maker.add(
    'component',
    { name: 'Primary', kind: 'datastore' },
    { x: 0, y: 0, w: 144, h: 56 },
  )
  const factor = maker.add(
    'factor',
    { text: 'Load', level: 'tooling', marks: MARKS },
    { x: 0, y: 90, w: 168, h: 56 },
  )
  maker.connect(factor, 'about', primary)
  const board = maker.board()
  const item = board.items.get(factor)
  expect(item && words(drawItem(item, { board }))).toEqual([
    'Load',
    'Primary',
    'surprise',
    'luck',
    'went well',
    'still there',
    'normal work',
  ])
})

test('a factor without components shows its level', () => {
  expect(words(draw('factor', { text: 'Load', level: 'tooling' }))).toEqual(['Load', 'tooling'])
})

test('a risk is background, still there', () => {
  expect(words(draw('factor', { kind: 'risk', text: 'One replica' }))).toEqual(['One replica', 'still there'])
})

test('an event says its time in the zone of the board', () => {
  const maker = new BoardMaker()
  maker.zone = 'Europe/Berlin'
  const when = {
    precision: 'approx',
    at: '2017-01-31T23:27:00Z',
    end: null,
    words: '',
    zone: 'UTC',
    order: '',
  }
  const id = maker.add('event', { text: 'Data removed', when }, { x: 0, y: 0, w: 168, h: 44 })
  const board = maker.board()
  const item = board.items.get(id)
  expect(item && words(drawItem(item, { board }))).toEqual(['~00:27', 'Data removed'])
})

test('what only you can see says so', () => {
  for (const type of types)
    expect(words(draw(type, { name: 'a', text: 'a' }, 168, 56, { layer: 'own' }))).toContain('only you')
})

test('a card grows downwards with its words, and fits what fitItem says', () => {
  for (const type of types) {
    const maker = new BoardMaker()
    const text = 'Disk snapshots for file servers, not for databases'
    const id = maker.add(type, { name: text, text }, { x: 10, y: 20, w: 168, h: 20 })
    const board = maker.board()
    const item = board.items.get(id)
    if (!item) throw new Error('not there')
    const box = itemBox(item, board)
    expect(box).toMatchObject({ x: 10, y: 20, w: 168 })
    expect(box.h).toBeGreaterThanOrEqual(20)
    expect(fitItem(item, board).h).toBeGreaterThan(0)
  }
})
