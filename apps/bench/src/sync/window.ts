import { setTimeout as pause } from 'node:timers/promises'
import { cpuSeconds, waitedSeconds } from '../cpu.ts'
import type { Member } from '../load/member.ts'
import { Tally } from '../load/tally.ts'
import type { SyncServer } from '../servers/sync-server.ts'
import { profiled } from './profiled.ts'
import type { RunOptions } from './row.ts'

export const WARM_UP_MS = 2_000
const AFTER_MS = 1_500

/** What a stretch of load came to. */
export interface Stretch {
  readonly p50: number
  readonly p99: number
  /** share of what was sent that came to everybody, 0 to 1 */
  readonly delivered: number
  readonly overtaken: number
  readonly deliveries: number
  /** share of a core that the server used, and the load */
  readonly cpu: number
  readonly loadCpu: number
  /** share of the time that server and load waited for their cores: other programs' doing */
  readonly disturbed: number
  readonly cpuSeconds: number
  /** bytes heard by all, per second */
  readonly bytesPerSecond: number
  readonly framesPerSecond: number
}

/** Measures `members` for some seconds while `drive` makes them act; what they hear is tallied. */
export async function stretch(
  server: SyncServer,
  members: readonly Member[],
  { seconds, profile }: Pick<RunOptions, 'seconds' | 'profile'>,
  drive: (tally: Tally) => () => void,
  heardOf: 'cursors' | 'edits',
  /** how many of the members, next to each other, are on one board */
  together = members.length,
): Promise<Stretch> {
  const tally = new Tally(members.length, together)
  let bytes = 0
  let frames = 0
  let isCounting = false
  for (const [i, member] of members.entries())
    member.onHeard((heard, now, payload) => {
      if (isCounting) {
        bytes += payload.length
        frames++
      }
      const signs = heard[heardOf]
      if (signs.length > 0) tally.hears(i, signs, now)
    })
  const stop = drive(tally)
  await pause(WARM_UP_MS)
  const before = cpuSeconds(server.pid)
  const waitedBefore = waitedSeconds(server.pid) + waitedSeconds(process.pid)
  const loadBefore = cpuSeconds(process.pid)
  const began = performance.now()
  isCounting = true
  tally.count(true)
  await profiled(server, profile, () => pause(seconds * 1000))
  const took = (performance.now() - began) / 1000
  const used = cpuSeconds(server.pid) - before
  const loadUsed = cpuSeconds(process.pid) - loadBefore
  const waited = waitedSeconds(server.pid) + waitedSeconds(process.pid) - waitedBefore
  const deliveriesInTime = tally.delivered
  isCounting = false
  tally.count(false)
  stop()
  await pause(AFTER_MS)
  return {
    p50: tally.latencies.percentile(0.5),
    p99: tally.latencies.percentile(0.99),
    delivered: tally.delivered / tally.expected,
    overtaken: tally.overtaken / Math.max(1, tally.delivered),
    deliveries: deliveriesInTime,
    cpu: used / took,
    loadCpu: loadUsed / took,
    disturbed: waited / took,
    cpuSeconds: used,
    bytesPerSecond: bytes / took,
    framesPerSecond: frames / took,
  }
}
