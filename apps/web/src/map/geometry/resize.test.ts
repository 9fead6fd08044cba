import { expect, it } from 'vitest'
import { edgeAt, resized, resizedWithin } from './resize.ts'
import { snap } from './snap.ts'

const box = { x: 80, y: 80, w: 160, h: 80 }
const least = { w: 40, h: 40 }
const settle = (edge: number) => snap(edge)

it('pulls the south-east corner to where the edges settle', () => {
  expect(resized(box, 'se', { x: 21, y: 9 }, { least, settle })).toEqual({ x: 80, y: 80, w: 184, h: 88 })
})

it('keeps the opposite side where it is', () => {
  const out = resized(box, 'nw', { x: 16, y: 16 }, { least, settle })
  expect(out).toEqual({ x: 96, y: 96, w: 144, h: 64 })
  expect(out.x + out.w).toBe(240)
})

it('never gets smaller than its least size, nor turns inside out', () => {
  expect(resized(box, 'w', { x: 500, y: 0 }, { least })).toEqual({ x: 200, y: 80, w: 40, h: 80 })
})

it('never makes larger what was smaller than that already', () => {
  expect(resized({ ...box, w: 24 }, 'e', { x: -4, y: 0 }, { least }).w).toBe(24)
})

it('keeps the ratio, led by the side that was pulled further', () => {
  expect(resized(box, 'se', { x: 160, y: 8 }, { least, ratio: true })).toEqual({
    x: 80,
    y: 80,
    w: 320,
    h: 160,
  })
  expect(resized(box, 'nw', { x: -4, y: -40 }, { least, ratio: true })).toEqual({
    x: 0,
    y: 40,
    w: 240,
    h: 120,
  })
})

it('with the ratio kept, a side takes the other along about its middle', () => {
  expect(resized(box, 'e', { x: 80, y: 0 }, { least, ratio: true })).toEqual({ x: 80, y: 60, w: 240, h: 120 })
})

it('stops keeping the ratio at the least size', () => {
  expect(resized(box, 'se', { x: -500, y: -500 }, { least, ratio: true })).toMatchObject({ w: 80, h: 40 })
})

it('about the centre, both sides go', () => {
  expect(resized(box, 'e', { x: 10, y: 0 }, { least, centre: true })).toEqual({ x: 70, y: 80, w: 180, h: 80 })
  expect(resized(box, 'nw', { x: 20, y: 10 }, { least, centre: true })).toEqual({
    x: 100,
    y: 90,
    w: 120,
    h: 60,
  })
})

it('takes several along, each in its part of the whole', () => {
  const two = [
    { x: 0, y: 0, w: 100, h: 50 },
    { x: 200, y: 50, w: 100, h: 50 },
  ]
  expect(resizedWithin(two, { x: 0, y: 0, w: 600, h: 100 })).toEqual([
    { x: 0, y: 0, w: 200, h: 50 },
    { x: 400, y: 50, w: 200, h: 50 },
  ])
})

it('knows which edge or corner is under a point', () => {
  expect(edgeAt(box, { x: 82, y: 120 }, 4)).toBe('w')
  expect(edgeAt(box, { x: 239, y: 158 }, 4)).toBe('se')
  expect(edgeAt(box, { x: 160, y: 120 }, 4)).toBeNull()
  expect(edgeAt(box, { x: 300, y: 82 }, 4)).toBeNull()
})
