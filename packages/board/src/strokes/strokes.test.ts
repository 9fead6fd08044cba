import { seededRandom } from '@second-story/std'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { strokesOf } from '../document/roots.ts'
import { LIMITS } from '../limits.ts'
import { LiveBoard } from '../live/live-board.ts'
import { component, id, TestBoard } from '../testing/test-board.ts'
import { drawingsOf } from './drawings.ts'
import { packStroke, unpackStroke } from './pack.ts'
import { INK_COLOURS, INK_WIDTHS, STROKE_KINDS, type StrokeShape } from './stroke.ts'

const tenths = fc.integer({ min: -10 * LIMITS.coordinate, max: 10 * LIMITS.coordinate }).map((n) => n / 10)
const shapes: fc.Arbitrary<StrokeShape> = fc
  .record({
    kind: fc.constantFrom(...STROKE_KINDS),
    colour: fc.constantFrom(...INK_COLOURS),
    width: fc.constantFrom(...INK_WIDTHS),
    points: fc.array(fc.tuple(tenths, tenths), { minLength: 1, maxLength: 40 }),
    pressed: fc.boolean(),
  })
  .map(({ points, pressed, ...rest }) => ({
    ...rest,
    points: points.flat(),
    pressures: pressed ? points.map((_, i) => (i % 256) / 255) : null,
  }))

test('what is packed is read as it was, to the tenth of a unit', () => {
  const property = fc.property(shapes, (shape) => {
    expect(unpackStroke(packStroke(shape))).toEqual(shape)
  })
  fc.assert(property)
})

test('a stroke that is cut off, grows or has a wrong number in it is another stroke or none, and never an error', () => {
  const property = fc.property(shapes, fc.nat(), fc.nat(255), (shape, where, byte) => {
    const packed = packStroke(shape)
    expect(unpackStroke(packed.subarray(0, where % packed.length))).toBeNull()
    expect(unpackStroke(Uint8Array.from([...packed, byte]))).toBeNull()
    const wrong = Uint8Array.from(packed)
    wrong[where % wrong.length] = byte
    const read = unpackStroke(wrong)
    for (const value of read?.points ?? []) expect(Math.abs(value)).toBeLessThanOrEqual(LIMITS.coordinate)
    expect(read === null || read.points.length >= 2).toBe(true)
  })
  fc.assert(property)
})

test('the longest stroke anywhere on the board fits what may be stored, and one longer is refused', () => {
  const random = seededRandom(4)
  const far = (): number => (random() < 0.5 ? -1 : 1) * LIMITS.coordinate
  const points = Array.from({ length: 2 * LIMITS.strokePoints }, far)
  const t = new TestBoard()
  t.run({ do: 'ink', id: id('a'), points, pressures: points.slice(LIMITS.strokePoints).map(() => 0.5) })
  expect(t.board.strokes.get(id('a') as never)?.points).toEqual(points)
  expect(t.try({ do: 'ink', id: id('b'), points: [...points, 1, 1] })).toMatchObject({ ok: false })
  expect(t.try({ do: 'ink', id: id('b'), points: [1, 2, 3] })).toMatchObject({ ok: false })
  expect(t.try({ do: 'ink', id: id('b'), points: [1, Number.NaN] })).toMatchObject({ ok: false })
  expect(t.try({ do: 'ink', id: id('b'), points: [1, 1], pressures: [0.1, 0.2] })).toMatchObject({
    ok: false,
  })
})

test('a layer takes so many strokes and no more, and everyone reads the same of one that holds too many', () => {
  const t = new TestBoard()
  const packed = packStroke({ kind: 'pen', colour: 'ink', width: 'fine', points: [1, 1], pressures: null })
  const name = (n: number): string => id(`s${String(n).padStart(6, '0')}`)
  t.common.transact(() => {
    for (let n = LIMITS.strokes; n >= 0; n--) strokesOf(t.common).set(name(n), packed)
  })
  expect(t.board.strokes.size).toBe(LIMITS.strokes)
  expect(t.board.strokes.has(name(LIMITS.strokes) as never)).toBe(false)
  expect(t.try({ do: 'ink', id: id('one-more'), points: [1, 1] })).toMatchObject({
    refusal: { id: 'too-many' },
  })
})

test('strokes are moved to the tenth, and not over the edge of the board', () => {
  const t = new TestBoard()
  t.run({ do: 'ink', id: id('a'), points: [0, 0, 10.3, 5] })
  t.run({ do: 'shift', ids: [id('a')], x: 0.1, y: -0.2 })
  t.run({ do: 'shift', ids: [id('a')], x: 0.1, y: -0.2 })
  expect(t.board.strokes.get(id('a') as never)?.points).toEqual([0.2, -0.4, 10.5, 4.6])
  expect(t.try({ do: 'shift', ids: [id('a')], x: LIMITS.coordinate, y: 0 })).toMatchObject({ ok: false })
  expect(t.try({ do: 'erase', ids: [id('b')] })).toMatchObject({ refusal: { id: 'unknown-stroke' } })
})

test('a stroke that one erases while another moves it stays, where it was moved', () => {
  const [a, b] = [new TestBoard(['common'], 1), new TestBoard(['common'], 2)]
  a.run({ do: 'ink', id: id('a'), points: [0, 0, 10, 0] })
  b.hear(a)
  a.run({ do: 'erase', ids: [id('a')] })
  b.run({ do: 'shift', ids: [id('a')], x: 5, y: 5 })
  a.hear(b)
  b.hear(a)
  for (const t of [a, b]) expect(t.board.strokes.get(id('a') as never)?.points).toEqual([5, 5, 15, 5])
})

test('lines that nearly touch are one drawing; what only I see is another one', () => {
  const t = new TestBoard(['common', 'own'])
  t.run(
    { do: 'ink', id: id('a'), points: [0, 0, 40, 0] },
    { do: 'ink', id: id('b'), points: [200, 20, 60, 20] },
    { do: 'ink', id: id('c'), points: [500, 0, 540, 0] },
    { do: 'ink', id: id('d'), layer: 'own', points: [10, 0, 40, 0] },
  )
  const drawings = drawingsOf(t.board.strokes).map(({ strokes, layer }) => [
    layer,
    ...strokes.map((one) => one[0]),
  ])
  expect(drawings).toEqual([
    ['common', 'a', 'b'],
    ['own', 'd'],
    ['common', 'c'],
  ])
})

test('what changes beside the lines leaves them as they were, to the object', () => {
  const t = new TestBoard(['common', 'own'])
  t.run({ do: 'ink', id: id('a'), points: [0, 0, 9, 9] })
  const live = new LiveBoard(t.docs, (work) => work())
  const before = live.snapshot.strokes
  t.run(component('orders'))
  expect(live.snapshot.items.size).toBe(1)
  expect(live.snapshot.strokes).toBe(before)
  t.run({ do: 'ink', id: id('b'), layer: 'own', points: [0, 0, 9, 9] })
  const both = live.snapshot.strokes
  expect(both.size).toBe(2)
  t.run(component('payment'))
  expect(live.snapshot.strokes).toBe(both)
  expect(before.size).toBe(1)
})
