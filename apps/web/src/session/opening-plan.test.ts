import { expect, it } from 'vitest'
import { FRESH_MS, wantsSnapshot } from './opening-plan.ts'

const wall = 1_700_000_000_000

it('fetches the whole where this browser has nothing, or never had all', () => {
  expect(wantsSnapshot({ isEmpty: true, syncedAt: wall }, wall)).toBe(true)
  expect(wantsSnapshot({ isEmpty: false, syncedAt: null }, wall)).toBe(true)
})

it('leaves a recent copy to the socket, and fetches for one that is old', () => {
  expect(wantsSnapshot({ isEmpty: false, syncedAt: wall - FRESH_MS }, wall)).toBe(false)
  expect(wantsSnapshot({ isEmpty: false, syncedAt: wall - FRESH_MS - 1 }, wall)).toBe(true)
})

it('is not misled by a clock that was set back', () => {
  expect(wantsSnapshot({ isEmpty: false, syncedAt: wall + 3_600_000 }, wall)).toBe(false)
})
