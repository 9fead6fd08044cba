import { expect, test } from 'vitest'
import { decodeRows, encodeRows } from './rows.ts'

const rows = [Uint8Array.of(), Uint8Array.of(1, 2, 3), new Uint8Array(100_000).fill(7)]

test('rows come back as they were, however many and long', () => {
  expect(decodeRows(encodeRows(rows))).toEqual(rows)
  expect(decodeRows(encodeRows([]))).toEqual([])
})

test('what was cut short, goes on, or is anything else holds no rows', () => {
  const bytes = encodeRows(rows)
  for (const length of [0, 1, 2, 5, 1000, bytes.length - 1])
    expect(decodeRows(bytes.subarray(0, length))).toBe(null)
  expect(decodeRows(Uint8Array.of(...encodeRows([]), 0))).toBe(null)
  expect(decodeRows(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0x0f))).toBe(null)
})
