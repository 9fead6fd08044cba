import { describe, expect, it } from 'vitest'
import { FairShare, SHARE } from './fair-share.ts'

describe('rule 13: nobody takes the server for themselves', () => {
  it('a burst is read at once, and then as fast as the share allows', () => {
    const fair = new FairShare()
    expect(fair.spend('ann', SHARE.atOnceMs, 0)).toBe(0)
    expect(fair.spend('ann', SHARE.perSecondMs / 2, 0)).toBe(500)
    expect(fair.spend('ann', 0, 500)).toBe(0)
  })

  it('one member’s share is not another’s', () => {
    const fair = new FairShare()
    fair.spend('ann', 10_000, 0)
    expect(fair.spend('bob', 10, 0)).toBe(0)
  })

  it('a share that was not used does not grow, and a debt is never waited for longer than a second at a time', () => {
    const fair = new FairShare()
    fair.spend('ann', 1, 0)
    expect(fair.spend('ann', SHARE.atOnceMs + 1, 3_600_000)).toBeGreaterThan(0)
    expect(fair.spend('ann', 1_000_000, 3_600_000)).toBe(1000)
  })

  it('keeps nothing of who has their share again', () => {
    const fair = new FairShare()
    fair.spend('ann', 10_000, 0)
    fair.tidy(1000)
    expect(fair.spend('ann', 0, 1000)).toBeGreaterThan(0)
    fair.tidy(60_000)
    expect(fair.spend('ann', SHARE.atOnceMs, 60_000)).toBe(0)
  })
})
