import { describe, expect, it } from 'vitest'
import { Pace } from './pace.ts'

describe('rule 5: the tick is paced by its cost', () => {
  it.each([
    ['cheap', 0.1, 1],
    ['a few ms', 3, 15],
    ['dear', 500, 20],
  ])('after a flush that was %s (%f ms) it waits %f ms', (_name, cost, wait) => {
    const pace = new Pace()
    pace.flushed(1000, 1000 + cost)
    expect(pace.waitFrom(1000 + cost)).toBeCloseTo(wait)
    expect(pace.waitFrom(1000 + cost + wait)).toBe(0)
  })

  it('counts once what it waited for the disk', () => {
    const pace = new Pace()
    pace.flushed(1000, 1010, 9)
    expect(pace.waitFrom(1010)).toBeCloseTo(14)
  })

  it('goes at once when it has been quiet', () => {
    expect(new Pace().waitFrom(5)).toBe(0)
  })
})
