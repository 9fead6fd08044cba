import { describe, expect, it } from 'vitest'
import { Pace } from './pace.ts'

describe('rule 5: the tick is paced by its cost', () => {
  it.each([
    ['cheap', 0.05, 1],
    ['a ms or so', 1.25, 12.5],
    ['dear', 500, 16],
  ])('after a flush that was %s (%f ms) it waits %f ms', (_name, cost, wait) => {
    const pace = new Pace()
    pace.flushed(1000, 1000 + cost)
    expect(pace.waitFrom(1000 + cost)).toBeCloseTo(wait)
    expect(pace.waitFrom(1000 + cost + wait)).toBe(0)
  })

  it('has paused already while it waited for the disk', () => {
    const pace = new Pace()
    pace.flushed(1000, 1010, 9)
    expect(pace.waitFrom(1010)).toBeCloseTo(1)
    pace.flushed(1000, 1005, 4)
    expect(pace.waitFrom(1005)).toBeCloseTo(6)
  })

  it('goes at once when it has been quiet', () => {
    expect(new Pace().waitFrom(5)).toBe(0)
  })
})
