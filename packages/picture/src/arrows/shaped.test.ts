import { ARROW_SIDES, type ArrowShape, type ItemId } from '@second-story/board'
import { seededRandom } from '@second-story/std'
import { expect, test } from 'vitest'
import type { Box } from '../drawing.ts'
import { itemBox } from '../shapes/catalogue.ts'
import { BoardMaker } from '../testing/make-board.ts'
import { lengthOf, pointAlong, shareNear } from './along.ts'
import { type Arrow, drawArrow } from './draw-arrow.ts'
import { arrowPorts } from './ports.ts'
import { crossesEnds } from './round-ends.ts'

function at(maker: BoardMaker, x: number, y: number): ItemId {
  return maker.add('component', { name: 'a' }, { x, y, w: 144, h: 56 })
}

function drawn(maker: BoardMaker): { arrow: Arrow; from: Box; to: Box }[] {
  const board = maker.board()
  const ports = arrowPorts(board)
  return maker.relations.map((relation) => {
    const [from, to] = [board.items.get(relation.from), board.items.get(relation.to)]
    if (!from || !to) throw new Error('an end is missing')
    const boxes = { from: itemBox(from, board), to: itemBox(to, board) }
    const arrow = drawArrow(relation, boxes.from, boxes.to, { board, ports: ports.get(relation.id) })
    return { arrow, ...boxes }
  })
}

function two(shape: ArrowShape, x = 400, y = 200): { arrow: Arrow; from: Box; to: Box } {
  const maker = new BoardMaker()
  maker.connect(at(maker, 0, 0), 'calls', at(maker, x, y), 'http', 'common', shape)
  const [one] = drawn(maker)
  if (!one) throw new Error('no arrow')
  return one
}

test('a straight arrow is one line between two middles, from edge to edge', () => {
  const { arrow } = two({ line: 'straight' }, 400, 0)
  expect(arrow.points).toEqual([145, 28, 399, 28])
  expect(two({ line: 'straight' }).arrow.points).toHaveLength(4)
})

test('a call may curve, and a line of the story turn at right angles', () => {
  expect(two({ line: 'curved' }).arrow.d).toContain('C')
  const maker = new BoardMaker()
  const [a, b] = [at(maker, 0, 0), at(maker, 400, 200)]
  maker.connect(a, 'led-to', b, '', 'common', { line: 'angled' })
  expect(drawn(maker)[0]?.arrow.d).not.toContain('C')
})

test('straight arrows between the same two lie apart, whichever way they point', () => {
  const maker = new BoardMaker()
  const [a, b] = [at(maker, 0, 0), at(maker, 400, 0)]
  for (const [from, to] of [
    [a, b],
    [b, a],
    [a, b],
  ] as const)
    maker.connect(from, 'calls', to, '', 'common', { line: 'straight' })
  const heights = drawn(maker).map(({ arrow }) => arrow.points[1] ?? 0)
  expect(new Set(heights).size).toBe(3)
  for (const [i, y] of heights.entries())
    for (const other of heights.slice(i + 1)) expect(Math.abs(y - other)).toBeGreaterThanOrEqual(12)
})

test('loops at one thing lie in each other', () => {
  const maker = new BoardMaker()
  const a = at(maker, 0, 0)
  for (let i = 0; i < 3; i++) maker.connect(a, 'calls', a)
  const widths = drawn(maker).map(({ arrow }) => arrow.box.w)
  expect(new Set(widths).size).toBe(3)
})

test('a pinned end stays at its side, however the two lie', () => {
  const random = seededRandom(4)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  for (let round = 0; round < 400; round++) {
    const fromSide = pick(ARROW_SIDES)
    const toSide = pick(ARROW_SIDES)
    const line = pick(['straight', 'curved', 'angled'] as const)
    const angle = random() * 2 * Math.PI
    const reach = 210 + random() * 500
    const { arrow, from, to } = two(
      { line, fromSide, toSide },
      Math.round(Math.cos(angle) * reach),
      Math.round(Math.sin(angle) * reach),
    )
    const [x = 0, y = 0] = arrow.points
    const [tx = 0, ty = 0] = arrow.points.slice(-2)
    expect(sideOf(from, x, y), `${round} ${line} leaves`).toBe(fromSide)
    expect(sideOf(to, tx, ty), `${round} ${line} arrives`).toBe(toSide)
    expect(arrow.d).not.toMatch(/NaN|Infinity/)
    if (line === 'angled') expect(crossesEnds(corners(arrow), from, to), `${round}`).toBe(false)
  }
})

test('words stay at their share of the line', () => {
  for (const line of ['straight', 'curved', 'angled'] as const) {
    const { arrow } = two({ line, wordsAt: 0.25 })
    const spot = pointAlong(arrow.points, 0.25)
    expect(arrow.label?.x).toBeCloseTo(spot.x, 0)
    expect((arrow.label?.y ?? 0) - 3.7).toBeCloseTo(spot.y, 0)
  }
})

test('a share of a way and the point there name each other', () => {
  const { arrow } = two({ line: 'curved' })
  for (const share of [0, 0.1, 0.5, 0.77, 1])
    expect(shareNear(arrow.points, pointAlong(arrow.points, share))).toBeCloseTo(share, 5)
  expect(lengthOf([0, 0, 3, 4])).toBe(5)
  expect(pointAlong([2, 2, 2, 2], 0.5)).toEqual({ x: 2, y: 2 })
})

test('two lines that go round the same card take two lanes, clear of every card', () => {
  const maker = new BoardMaker()
  const from = at(maker, 0, 0)
  const between = at(maker, 300, 0)
  const to = [at(maker, 700, 0), at(maker, 700, 90)]
  for (const end of to) maker.connect(from, 'calls', end, '', 'common', {})
  const lines = drawn(maker)
  const board = maker.board()
  const card = board.items.get(between)
  if (!card) throw new Error('not there')
  for (const { arrow } of lines)
    expect(crossesEnds(corners(arrow), itemBox(card, board), itemBox(card, board))).toBe(false)
})

test('behind words of several words lies a patch of the ground, behind one word only its halo', () => {
  const marks = (label: string) => {
    const maker = new BoardMaker()
    maker.connect(at(maker, 0, 0), 'calls', at(maker, 500, 0), label)
    return drawn(maker)[0]?.arrow.words.map((mark) => mark.mark)
  }
  expect(marks('every night')).toEqual(['path', 'text'])
  expect(marks('http')).toEqual(['text'])
})

function corners({ points }: Arrow): { x: number; y: number }[] {
  return Array.from({ length: points.length / 2 }, (_, i) => ({
    x: points[2 * i] ?? 0,
    y: points[2 * i + 1] ?? 0,
  }))
}

/** The side just outside which a point lies. */
function sideOf(box: Box, x: number, y: number): string {
  const near = { left: box.x - x, right: x - box.x - box.w, top: box.y - y, bottom: y - box.y - box.h }
  return Object.entries(near).sort(([, a], [, b]) => Math.abs(a) - Math.abs(b))[0]?.[0] ?? ''
}
