import { expect, it } from 'vitest'
import { isWithin, lassoHolds, lassoTouches } from './lasso.ts'

// a horseshoe, open at the top
const horseshoe = [
  { x: 0, y: 0 },
  { x: 30, y: 0 },
  { x: 30, y: 70 },
  { x: 70, y: 70 },
  { x: 70, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
  { x: 0, y: 100 },
]

it('is within the line, not within the box round it', () => {
  expect(isWithin(horseshoe, { x: 10, y: 50 })).toBe(true)
  expect(isWithin(horseshoe, { x: 50, y: 30 })).toBe(false)
})

it('takes what it touches', () => {
  expect(lassoTouches(horseshoe, { x: 5, y: 5, w: 10, h: 10 })).toBe(true)
  expect(lassoTouches(horseshoe, { x: 90, y: 40, w: 60, h: 10 })).toBe(true)
  expect(lassoTouches(horseshoe, { x: 40, y: 10, w: 20, h: 20 })).toBe(false)
})

it('takes what it goes straight through, with no corner or bend inside', () => {
  expect(lassoTouches(horseshoe, { x: -20, y: 20, w: 140, h: 10 })).toBe(true)
})

it('surrounds only what lies in it whole', () => {
  expect(lassoHolds(horseshoe, { x: 5, y: 5, w: 10, h: 10 })).toBe(true)
  expect(lassoHolds(horseshoe, { x: 10, y: 20, w: 80, h: 10 })).toBe(false)
  expect(lassoHolds(horseshoe, { x: 90, y: 40, w: 60, h: 10 })).toBe(false)
})

it('takes nothing before it has begun', () => {
  expect(lassoTouches([], { x: 0, y: 0, w: 1, h: 1 })).toBe(false)
})
