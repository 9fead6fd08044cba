import { expect, it } from 'vitest'
import { accepts } from './accepts.ts'

it('takes an encoding that is named, among others and with a weight', () => {
  expect(accepts('gzip, deflate, br, zstd', 'br')).toBe(true)
  expect(accepts('gzip;q=0.8, BR ; q=0.5', 'br')).toBe(true)
})

it('does not take one that is missing, unwanted, or part of another’s name', () => {
  for (const header of [undefined, '', 'gzip', 'br;q=0, gzip', 'br;q=0.000', 'brotli', '*'])
    expect(accepts(header, 'br'), header).toBe(false)
})
