import type { ItemId } from '@second-story/board'
import { expect, test } from 'vitest'
import { itemBox } from '../shapes/catalogue.ts'
import { BoardMaker } from '../testing/make-board.ts'
import { type Arrow, drawArrow } from './draw-arrow.ts'
import { arrowPorts } from './ports.ts'
import { facing } from './sides.ts'

function at(maker: BoardMaker, x: number, y: number): ItemId {
  return maker.add('component', { name: 'a' }, { x, y, w: 144, h: 56 })
}

function arrows(maker: BoardMaker): Arrow[] {
  const board = maker.board()
  const ports = arrowPorts(board)
  return maker.relations.map((relation) => {
    const from = board.items.get(relation.from)
    const to = board.items.get(relation.to)
    if (!from || !to) throw new Error('an end is missing')
    return drawArrow(relation, itemBox(from, board), itemBox(to, board), {
      board,
      ports: ports.get(relation.id),
    })
  })
}

test('an arrow leaves at half height and reaches the near side', () => {
  const maker = new BoardMaker()
  maker.connect(at(maker, 0, 0), 'calls', at(maker, 300, 0))
  expect(arrows(maker)[0]?.points).toEqual([145, 28, 299, 28])
})

test('sides: beside each other left and right, above each other top and bottom', () => {
  const box = { x: 0, y: 0, w: 100, h: 50 }
  expect(facing(box, { ...box, x: 300 })).toEqual({ from: 'right', to: 'left' })
  expect(facing(box, { ...box, x: -300 })).toEqual({ from: 'left', to: 'right' })
  expect(facing(box, { ...box, y: 300 })).toEqual({ from: 'bottom', to: 'top' })
  expect(facing(box, { ...box, y: -300 })).toEqual({ from: 'top', to: 'bottom' })
})

test('several arrows into one side arrive 16 apart, in the order of where they come from', () => {
  const maker = new BoardMaker()
  const to = at(maker, 400, 200)
  for (const y of [400, 0, 200]) maker.connect(at(maker, 0, y), 'calls', to)
  const ends = arrows(maker).map((arrow) => arrow.points.at(-1))
  expect(ends).toEqual([244, 212, 228])
})

test('all that leave one side share a trunk', () => {
  const maker = new BoardMaker()
  const from = at(maker, 0, 200)
  for (const y of [0, 200, 400]) maker.connect(from, 'calls', at(maker, 400, y))
  const starts = arrows(maker).map((arrow) => arrow.points.slice(0, 2))
  expect(starts).toEqual([
    [145, 228],
    [145, 228],
    [145, 228],
  ])
})

test('there and back again are two lines', () => {
  const maker = new BoardMaker()
  const [a, b] = [at(maker, 0, 0), at(maker, 300, 0)]
  maker.connect(a, 'calls', b)
  maker.connect(b, 'calls', a)
  const [there, back] = arrows(maker)
  expect(there?.points[1]).not.toBe(back?.points[1])
  expect(there?.points).toHaveLength(4)
  expect(back?.points).toHaveLength(4)
})

test('an arrow goes round a card that stands in its way', () => {
  const maker = new BoardMaker()
  const [from, between, to] = [at(maker, 0, 0), at(maker, 300, 0), at(maker, 600, 0)]
  maker.connect(from, 'calls', to)
  const board = maker.board()
  const box = board.items.get(between)?.place
  const points = arrows(maker)[0]?.points ?? []
  expect(points.length).toBeGreaterThan(4)
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points.slice(i, i + 4)
    if (!box) throw new Error('not there')
    const passes =
      Math.max(x1, x2) > box.x &&
      Math.min(x1, x2) < box.x + box.w &&
      Math.max(y1, y2) > box.y &&
      Math.min(y1, y2) < box.y + box.h
    expect(passes).toBe(false)
  }
})

test('an arrow to itself is a loop', () => {
  const maker = new BoardMaker()
  const a = at(maker, 0, 0)
  maker.connect(a, 'calls', a)
  const [loop] = arrows(maker)
  expect(loop?.box.w).toBeGreaterThan(20)
  expect(loop?.d).not.toMatch(/NaN/)
})

test('limited ends in a bar, relates-to in nothing, evidence is dotted', () => {
  const maker = new BoardMaker()
  const a = maker.add('factor', { text: 'a' }, { x: 0, y: 0, w: 168, h: 56 })
  const b = maker.add('factor', { text: 'b' }, { x: 400, y: 0, w: 168, h: 56 })
  for (const kind of ['limited', 'relates-to', 'supports'] as const) maker.connect(a, kind, b)
  const [limited, related, evidence] = arrows(maker)
  const paths = (arrow: Arrow | undefined) => arrow?.lines ?? []
  expect(paths(limited)).toHaveLength(2)
  expect(paths(limited)[1]).toMatchObject({ width: 2.4 })
  expect(paths(related)).toHaveLength(1)
  expect(paths(evidence)[0]).toMatchObject({ dash: [1.5, 4] })
})

test('typed words go before the usual ones; both stand on the ground they lie on', () => {
  const maker = new BoardMaker()
  maker.add('boundary', { name: 'Production', tint: 'b' }, { x: -50, y: -50, w: 900, h: 300 })
  const [a, b] = [at(maker, 0, 0), at(maker, 300, 0)]
  maker.connect(a, 'reads', b)
  maker.connect(a, 'reads', b, 'nightly')
  const labels = arrows(maker).map((arrow) => arrow.words[0])
  expect(labels.map((mark) => (mark?.mark === 'text' ? [mark.text, mark.halo] : null))).toEqual([
    ['reads', 'bound-b'],
    ['nightly', 'bound-b'],
  ])
})

test('words of arrows that share a trunk stand where each goes alone', () => {
  const maker = new BoardMaker()
  const from = at(maker, 0, 200)
  const ends = [0, 100, 200, 400].map((y) => at(maker, 300, y))
  for (const to of ends) maker.connect(from, 'calls', to, 'http')
  const all = arrows(maker)
  const near = (
    point: { x: number; y: number },
    [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[],
  ): boolean =>
    point.x >= Math.min(x1, x2) - 10 &&
    point.x <= Math.max(x1, x2) + 10 &&
    point.y >= Math.min(y1, y2) - 10 &&
    point.y <= Math.max(y1, y2) + 10
  for (const [index, arrow] of all.entries()) {
    const label = arrow.label
    if (!label) throw new Error('no words')
    const others = all.filter((_, other) => other !== index)
    // the middle of the letters, which stand on the line or a little above it
    const middle = { x: label.x, y: label.y - 4 }
    for (const { points } of others)
      for (let i = 0; i + 3 < points.length; i += 2)
        expect(near(middle, points.slice(i, i + 4)), `${index}`).toBe(false)
  }
})
