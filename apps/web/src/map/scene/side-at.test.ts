import { expect, test } from 'vitest'
import { sideAt } from './side-at.ts'

const box = { x: 100, y: 100, w: 144, h: 56 }

test('near an edge that side is meant, in the middle none', () => {
  expect(sideAt(box, { x: 172, y: 128 })).toBeNull()
  expect(sideAt(box, { x: 104, y: 128 })).toBe('left')
  expect(sideAt(box, { x: 240, y: 130 })).toBe('right')
  expect(sideAt(box, { x: 180, y: 104 })).toBe('top')
  expect(sideAt(box, { x: 150, y: 160 })).toBe('bottom')
})
