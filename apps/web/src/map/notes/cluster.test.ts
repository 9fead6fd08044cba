import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, overlaps } from '../geometry/box.ts'
import { besideNote, columnsFor, gridOf, isBeside, NOTE_GAP } from './cluster.ts'

const note: Box = { x: 100, y: 100, w: 168, h: 88 }

test('a note that is nearly beside another goes there, on any side, and one further off stays', () => {
  const size = { w: 168, h: 88 }
  for (const [x, y, to] of [
    [290, 105, { x: -6, y: -5 }],
    [-80, 95, { x: -4, y: 5 }],
    [104, 210, { x: -4, y: -6 }],
    [95, -10, { x: 5, y: 6 }],
  ] as const) {
    const by = besideNote({ x, y, ...size }, [note], 14)
    expect(by).toEqual(to)
    expect(isBeside({ x: x + (by?.x ?? 0), y: y + (by?.y ?? 0), ...size }, note)).toBe(true)
  }
  expect(besideNote({ x: 320, y: 100, ...size }, [note], 14)).toBeNull()
  expect(isBeside({ x: 290, y: 105, ...size }, note)).toBe(false)
})

test('a place that is taken is no place', () => {
  const taken: Box = { ...note, x: 100 + 168 + NOTE_GAP }
  expect(besideNote({ x: 290, y: 104, w: 168, h: 88 }, [note, taken], 14)).toBeNull()
})

test('notes of any size lie side by side and never on each other', () => {
  const size = fc.record({ w: fc.integer({ min: 24, max: 400 }), h: fc.integer({ min: 16, max: 400 }) })
  fc.assert(
    fc.property(fc.array(size, { maxLength: 40 }), (sizes) => {
      const boxes = gridOf(sizes, { x: -7, y: 31 })
      expect(boxes.map(({ w, h }) => ({ w, h }))).toEqual(sizes)
      for (const [at, one] of boxes.entries())
        for (const other of boxes.slice(0, at)) expect(overlaps(one, other)).toBe(false)
      expect(columnsFor(sizes.length)).toBeGreaterThan(0)
    }),
    { seed: 12 },
  )
})
