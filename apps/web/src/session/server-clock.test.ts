import { describe, expect, it } from 'vitest'
import { ManualPulse } from './manual-pulse.ts'
import { ServerClock } from './server-clock.ts'

describe('server time', () => {
  it('is this machine’s clock and what it is off, half the way of the question taken off', async () => {
    const pulse = new ManualPulse()
    const server = pulse.wall() + 90_000
    const clock = new ServerClock(pulse, async () => {
      const at = server + 100
      pulse.pass(200)
      return at
    })
    await clock.measure()
    expect(clock.now()).toBe(server + 200)
  })

  it('is measured anew when the clock jumps an hour, and right again', async () => {
    const pulse = new ManualPulse()
    let server = pulse.wall()
    const clock = new ServerClock(pulse, async () => server)
    await clock.measure()
    for (const hour of [3_600_000, -3_600_000, -3_600_000]) {
      pulse.pass(10_000)
      server += 10_000
      clock.check()
      await Promise.resolve()
      expect(clock.now()).toBe(server)
      pulse.jump(hour)
      clock.check()
      await new Promise<void>((done) => queueMicrotask(() => queueMicrotask(done)))
      expect(clock.now()).toBe(server)
    }
  })

  it('keeps what it had when no answer comes', async () => {
    const pulse = new ManualPulse()
    const clock = new ServerClock(pulse, () => Promise.reject(new Error('no network')))
    await clock.measure()
    expect(clock.now()).toBe(pulse.wall())
  })
})
