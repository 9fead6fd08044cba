import { expect, it } from 'vitest'
import { resized } from './resize.ts'

const box = { x: 80, y: 80, w: 160, h: 80 }
const least = { w: 40, h: 40 }

it('pulls the south-east corner on the grid', () => {
  expect(resized(box, 'se', { x: 21, y: 9 }, least)).toEqual({ x: 80, y: 80, w: 184, h: 88 })
})

it('keeps the opposite side where it is', () => {
  const out = resized(box, 'nw', { x: 16, y: 16 }, least)
  expect(out).toEqual({ x: 96, y: 96, w: 144, h: 64 })
  expect(out.x + out.w).toBe(240)
})

it('never gets smaller than its least size, nor turns inside out', () => {
  expect(resized(box, 'w', { x: 500, y: 0 }, least)).toEqual({ x: 200, y: 80, w: 40, h: 80 })
})
