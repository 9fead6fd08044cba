import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onSheet, sheetFor, toBoard, viewOnSheet } from './sheet.ts'

const size = { w: 208, h: 132 }
const number = fc.double({ min: -50_000, max: 50_000, noNaN: true })
const length = fc.double({ min: 1, max: 5_000, noNaN: true })
const box = fc.record({ x: number, y: number, w: length, h: length })

test('the whole board is on the sheet, and a point there leads back to the board', () => {
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 20 }), (boxes) => {
      const sheet = sheetFor(boxes, size)
      if (!sheet) throw new Error('no sheet')
      for (const one of boxes) {
        const at = onSheet(sheet, one)
        expect(at.x).toBeGreaterThan(7.9)
        expect(at.x + at.w).toBeLessThan(size.w - 7.9)
        expect(at.y).toBeGreaterThan(7.9)
        expect(at.y + at.h).toBeLessThan(size.h - 7.9)
        const back = toBoard(sheet, at)
        expect(back.x).toBeCloseTo(one.x, 3)
        expect(back.y).toBeCloseTo(one.y, 3)
      }
    }),
  )
  expect(sheetFor([], size)).toBeNull()
})

test('wherever the view is, something of it is seen on the sheet', () => {
  const sheet = sheetFor([{ x: 0, y: 0, w: 2000, h: 1000 }], size)
  if (!sheet) throw new Error('no sheet')
  fc.assert(
    fc.property(box, (view) => {
      const { x, y, w, h } = viewOnSheet(sheet, view, size)
      expect(w).toBeGreaterThanOrEqual(5)
      expect(h).toBeGreaterThanOrEqual(5)
      expect(x).toBeGreaterThanOrEqual(0)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(x + w).toBeLessThanOrEqual(size.w + 0.001)
      expect(y + h).toBeLessThanOrEqual(size.h + 0.001)
    }),
  )
})
