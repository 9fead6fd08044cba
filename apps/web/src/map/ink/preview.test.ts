import type { StrokeShape } from '@second-story/board'
import { LIMITS, readPresence } from '@second-story/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { previewOf, seenByOthers, shapeOfPreview } from './preview.ts'

const usual = { kind: 'pen', colour: 'blue', width: 'broad', pressures: null } as const

test('a line of any length is told whole, from its first point to its last, in what presence takes', () => {
  const property = fc.property(fc.integer({ min: 1, max: 4_000 }), (count) => {
    const points = Array.from({ length: count }, (_, i) => [i, -i]).flat()
    const told = previewOf({ ...usual, points }, 1)
    expect(told.points.length).toBeLessThanOrEqual(2 * LIMITS.presencePoints)
    expect(told.points.slice(0, 2)).toEqual([0, -0])
    expect(told.points.slice(-2)).toEqual(points.slice(-2))
    expect(readPresence({ ink: told }).ink).toEqual(told)
  })
  fc.assert(property)
})

test('of a line that only its maker sees, others are told nothing, not even where the hand is', () => {
  const shape: StrokeShape = { ...usual, points: [1, 2, 3, 4] }
  const at = { x: 3, y: 4 }
  expect(seenByOthers('common', at, shape, 1)).toEqual({ cursor: at, ink: previewOf(shape, 1) })
  for (const layer of ['own', 'agents', 'story.x'] as const)
    expect(seenByOthers(layer, at, shape, 1)).toEqual({ cursor: null })
})

test('a preview reads as the line it is of; of an unknown colour it is ink', () => {
  const shape: StrokeShape = { ...usual, points: [1, 2, 3, 4] }
  const told = previewOf(shape, 1)
  expect(shapeOfPreview(told)).toEqual(shape)
  expect(shapeOfPreview({ ...told, colour: 'gold', width: '' })).toMatchObject({
    colour: 'ink',
    width: 'medium',
  })
  expect(shapeOfPreview({ ...told, kind: 'laser' })).toBeNull()
})
