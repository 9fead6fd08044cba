import { expect, it } from 'vitest'
import { Tally } from './tally.ts'

it('counts what was overtaken as delivered when the newer one came, with its own age', () => {
  const tally = new Tally(2)
  tally.count(true)
  tally.sends(0, 0)
  tally.sends(0, 40)
  tally.hears(1, [0, 2], 50)
  expect([tally.expected, tally.delivered, tally.overtaken]).toEqual([2, 2, 1])
  expect(tally.latencies.percentile(1)).toBeCloseTo(50, 0)
})

it('misses what never came, and counts nothing twice', () => {
  const tally = new Tally(3)
  tally.count(true)
  tally.sends(0, 0)
  tally.hears(1, [0, 1], 5)
  tally.hears(1, [0, 1], 6)
  expect([tally.expected, tally.delivered]).toEqual([2, 1])
})

it('keeps boards apart', () => {
  const tally = new Tally(4, 2)
  tally.count(true)
  tally.sends(2, 0)
  tally.hears(1, [0, 1], 5)
  expect(tally.delivered).toBe(0)
  tally.hears(3, [0, 1], 5)
  expect([tally.expected, tally.delivered]).toEqual([1, 1])
})
