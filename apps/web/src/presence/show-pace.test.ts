import { describe, expect, it } from 'vitest'
import type { Shown } from './people.ts'
import { ShowPace } from './show-pace.ts'

function stage() {
  const told: Shown[] = []
  const due: { at: number; work: () => void }[] = []
  let now = 0
  const clock = {
    now: () => now,
    after: (ms: number, work: () => void) => {
      due.push({ at: now + ms, work })
    },
  }
  const advance = (ms: number): void => {
    now += ms
    for (const one of due.splice(0)) {
      if (one.at <= now) one.work()
      else due.push(one)
    }
  }
  return { told, advance, pace: new ShowPace((shown) => told.push(shown), clock) }
}

const cursor = (x: number): Shown => ({ cursor: { x, y: 0 } })

describe('what a browser shows', () => {
  it('moves at most about thirty times a second, and the newest is never left behind', () => {
    const { told, advance, pace } = stage()
    for (let ms = 0; ms < 1000; ms += 5) {
      pace.show(cursor(ms))
      advance(5)
    }
    advance(40)
    expect(told.length).toBeLessThanOrEqual(31)
    expect(told.at(-1)).toEqual(cursor(995))
  })

  it('tells a selection at once, and takes along what waits', () => {
    const { told, pace } = stage()
    pace.show(cursor(1))
    pace.show(cursor(2))
    pace.show({ selection: [] })
    expect(told).toEqual([cursor(1), { ...cursor(2), selection: [] }])
  })

  it('tells the end of a drag at once', () => {
    const { told, pace } = stage()
    pace.show(cursor(1))
    pace.show({ drag: null })
    expect(told).toEqual([cursor(1), { drag: null }])
  })
})
