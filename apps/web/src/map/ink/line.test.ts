import { LIMITS, packStroke, unpackStroke } from '@second-story/board'
import { expect, test } from 'vitest'
import { Line } from './line.ts'

const LOOK = { kind: 'pen', colour: 'ink', width: 'fine' } as const

test('what is kept is what the board reads back, however long the hand draws', () => {
  const line = new Line(LOOK, true, 1)
  for (let i = 0; i < 3 * LIMITS.strokePoints; i++) line.add({ x: i, y: Math.sin(i) * 9 }, 0.5)
  const { shape } = line
  expect(shape.points.length).toBeLessThanOrEqual(2 * LIMITS.strokePoints)
  expect(shape.points.slice(0, 2)).toEqual([0, 0])
  expect(shape.points.at(-2)).toBe(3 * LIMITS.strokePoints - 1)
  expect(unpackStroke(packStroke(shape))?.points).toEqual(shape.points)
  expect(shape.pressures).toHaveLength(shape.points.length / 2)
})

test('a hand that trembles on the spot draws one point; where it may be next is shown and not kept', () => {
  const line = new Line(LOOK, false, 1)
  for (let i = 0; i < 20; i++) line.add({ x: 5 + i * 0.01, y: 5 }, 0)
  line.expect({ x: 9, y: 9 })
  expect(line.shape).toMatchObject({ points: [5, 5], pressures: null })
  expect(line.shown.points).toEqual([5, 5, 9, 9])
})

test('with Shift it is straight, from where it began', () => {
  const line = new Line(LOOK, false, 1)
  for (let i = 0; i < 20; i++) line.add({ x: i * 3, y: i % 5 }, 0)
  line.straightTo({ x: 80, y: 40 })
  expect(line.shape.points).toEqual([0, 0, 80, 40])
})
