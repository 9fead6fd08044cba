import { CLOSE } from '@second-story/protocol'
import { seededRandom } from '@second-story/std'
import { beforeEach, describe, expect, it } from 'vitest'
import { ManualPulse } from './manual-pulse.ts'
import {
  ANSWER_WITHIN_MS,
  MOST_WAIT_MS,
  OPEN_WITHIN_MS,
  Reconnect,
  SILENT_MS,
  STEADY_MS,
  waitMs,
} from './reconnect.ts'

let pulse: ManualPulse
let done: string[]
let link: Reconnect
let mayAsk: boolean
beforeEach(() => {
  pulse = new ManualPulse()
  done = []
  mayAsk = true
  const ask = (): boolean => {
    if (mayAsk) done.push('ask')
    return mayAsk
  }
  link = new Reconnect({ open: () => done.push('open'), cut: () => done.push('cut'), ask }, pulse)
})

const said = (): string[] => done.splice(0)

/** Tries and fails `times` times, however long it waits. */
function failing(times: number): void {
  for (let n = 0; n < times; n++) {
    link.closed(1006)
    untilTrying()
  }
}

function untilTrying(): void {
  for (let ms = 0; link.state !== 'trying' && ms <= MOST_WAIT_MS; ms += 100) pulse.pass(100)
  expect(link.state).toBe('trying')
}

describe('coming back', () => {
  it('waits anywhere between nothing and a bound that doubles up to half a minute', () => {
    const random = seededRandom(7)
    for (const failures of [0, 1, 3, 6, 40]) {
      const waits = Array.from({ length: 2_000 }, () => waitMs(1006, failures, random))
      const bound = Math.min(MOST_WAIT_MS, 400 * 2 ** failures)
      expect(Math.max(...waits)).toBeLessThanOrEqual(bound)
      // full jitter: the whole range, evenly
      for (let part = 0; part < 4; part++) {
        const inPart = waits.filter((ms) => ms >= (bound * part) / 4 && ms < (bound * (part + 1)) / 4)
        expect(inPart.length / waits.length, `${failures} failures, quarter ${part}`).toBeGreaterThan(0.2)
      }
    }
  })

  it('is soon after a restart of the server, and not at once where we were too fast', () => {
    expect(waitMs(CLOSE.draining.code, 0, () => 0.999)).toBeLessThan(1_500)
    expect(waitMs(CLOSE.tooFast.code, 0, () => 0)).toBe(1_000)
    expect(waitMs(CLOSE.tooFast.code, 20, () => 1)).toBe(MOST_WAIT_MS)
  })

  it('begins with short waits again only after a connection that held', () => {
    pulse.chance = 1
    link.start()
    failing(6)
    link.opened()
    link.closed(CLOSE.tooSlow.code)
    // it had opened, but not held: still the long wait
    pulse.pass(4_000)
    expect(link.state).toBe('waiting')
    untilTrying()
    link.opened()
    pulse.pass(STEADY_MS)
    link.closed(1006)
    pulse.pass(400)
    expect(link.state).toBe('trying')
  })

  it('gives up a connection that neither opens nor fails', () => {
    link.start()
    expect(said()).toEqual(['open'])
    pulse.pass(OPEN_WITHIN_MS)
    expect(said()).toEqual(['cut'])
    expect(link.state).toBe('waiting')
    // the socket's own word about it changes nothing
    link.closed(1006)
    pulse.pass(MOST_WAIT_MS)
    expect(said()).toContain('open')
  })

  it('does not wait when the network is back or somebody looks', () => {
    link.start()
    failing(8)
    link.closed(1006)
    said()
    link.wake()
    expect(said()).toEqual(['open'])
  })

  it('hangs up when the machine has no network, and keeps trying: the server may be this machine', () => {
    link.start()
    link.opened()
    said()
    link.lost()
    expect(said()).toEqual(['cut'])
    pulse.pass(400)
    expect(said()).toEqual(['open'])
  })

  it('never comes back once stopped', () => {
    link.start()
    link.opened()
    link.stop()
    link.wake()
    link.start()
    link.closed(1006)
    pulse.pass(60_000)
    expect(said()).toEqual(['open', 'cut'])
  })

  it('rests while the page is put aside, and starts when it is shown again', () => {
    link.start()
    link.opened()
    link.rest()
    link.wake()
    pulse.pass(60_000)
    expect(said()).toEqual(['open', 'cut'])
    link.start()
    expect(said()).toEqual(['open'])
  })
})

describe('a connection that only looks alive', () => {
  beforeEach(() => {
    link.start()
    link.opened()
    said()
  })

  it('is given up after half a minute of silence, and kept while something comes', () => {
    for (let n = 0; n < 10; n++) {
      pulse.pass(20_000)
      link.heard()
    }
    expect(said()).toEqual([])
    pulse.pass(SILENT_MS + 5_001)
    expect(said()).toContain('cut')
  })

  it('is asked after a sleep, and given up when no answer comes', () => {
    pulse.jump(3_600_000)
    pulse.pass(5_000)
    expect(said()).toEqual(['ask'])
    pulse.pass(ANSWER_WITHIN_MS)
    expect(said()).toContain('cut')
  })

  it('is not given up while the board is still coming', () => {
    mayAsk = false
    link.wake()
    pulse.pass(SILENT_MS - 5_000)
    expect(said()).toEqual([])
    expect(link.state).toBe('open')
  })

  it('is kept when it answers', () => {
    link.wake()
    pulse.pass(50)
    link.heard()
    pulse.pass(ANSWER_WITHIN_MS)
    expect(said()).toEqual(['ask'])
    expect(link.state).toBe('open')
  })

  it('is not lost by a clock that jumps an hour, ahead or back', () => {
    for (const hour of [3_600_000, -3_600_000]) {
      pulse.jump(hour)
      pulse.pass(5_000)
      link.heard()
      pulse.pass(ANSWER_WITHIN_MS + 5_000)
      link.heard()
    }
    expect(said()).toEqual(['ask', 'ask'])
    expect(link.state).toBe('open')
  })
})
