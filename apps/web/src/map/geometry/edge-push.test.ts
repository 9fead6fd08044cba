import { expect, it } from 'vitest'
import { edgePush } from './edge-push.ts'

const size = { w: 1000, h: 700 }

it('leaves the view alone in the open middle', () => {
  expect(edgePush({ x: 500, y: 350 }, size, 16)).toEqual({ x: 0, y: 0 })
})

it('goes towards the edge the hand is at, fastest at the edge and beyond', () => {
  const near = edgePush({ x: 980, y: 350 }, size, 16)
  const past = edgePush({ x: 1200, y: 350 }, size, 16)
  expect(near.x).toBeGreaterThan(0)
  expect(past.x).toBeGreaterThan(near.x)
  expect(edgePush({ x: 2000, y: 350 }, size, 16)).toEqual(past)
  expect(edgePush({ x: 4, y: -9 }, size, 16).x).toBeLessThan(0)
  expect(edgePush({ x: 4, y: -9 }, size, 16).y).toBeLessThan(0)
})

it('is as fast on a slow machine', () => {
  const slow = edgePush({ x: 1000, y: 350 }, size, 50).x
  expect(slow).toBeCloseTo((edgePush({ x: 1000, y: 350 }, size, 10).x * 50) / 10)
})
