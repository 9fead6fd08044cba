import { describe, expect, it } from 'vitest'
import { Pace } from './pace.ts'

describe('rule 5: the tick is paced by its cost', () => {
  it.each([
    ['cheap', 0.1, 1],
    ['a few ms', 4, 20],
    ['dear', 500, 33],
  ])('after a flush that was %s (%f ms) it waits %f ms', (_name, cost, wait) => {
    const pace = new Pace()
    pace.flushed(1000, 1000 + cost)
    expect(pace.waitFrom(1000 + cost)).toBeCloseTo(wait)
    expect(pace.waitFrom(1000 + cost + wait)).toBe(0)
  })

  it('goes at once when it has been quiet', () => {
    expect(new Pace().waitFrom(5)).toBe(0)
  })
})
