import { setTimeout as pause } from 'node:timers/promises'
import { cpuSeconds } from '../cpu.ts'
import { Latencies } from '../load/latencies.ts'
import { gather, type Member } from '../load/member.ts'
import type { Contender, SyncServer } from '../servers/sync-server.ts'
import { profiled } from './profiled.ts'
import type { Measured, Row, RunOptions } from './row.ts'

const BOARDS = 8
const PEOPLE = 5
const BURST = 8
/** bursts that one person has under way at once: tried one after another, the best is told */
const WINDOWS = [1, 2, 3, 4, 6, 8]
const KEYS = 50
const WARM_UP_MS = 1_000
const MOST_MS = 30

/**
 * Everybody edits as fast as the server confirms: bursts of single edits, each burst with a mark behind it that our server
 * answers once they are on disk. A server that cannot confirm is taken by its word when a colleague sees the burst's last edit.
 */
export const EDITS: Row = {
  id: 'edits',
  title: `edits accepted a second by ${BOARDS * PEOPLE} people on ${BOARDS} boards (one socket each), with at most ${MOST_MS} ms to the answer where that can be`,
  figures: [
    { name: 'edits/s', unit: '', target: { least: 20_000 } },
    { name: 'answer p99', unit: 'ms', target: { most: MOST_MS } },
    { name: 'CPU', unit: 'µs an edit', target: null },
  ],
  without: ['relay', 'relay16'],
  run,
}

interface Speed {
  readonly perSecond: number
  readonly p99: number
  readonly cpuEach: number
}

async function run(contender: Contender, options: RunOptions): Promise<Measured> {
  const server = await contender.start({ inspect: options.profile !== null })
  const rounds: number[][] = []
  const notes: string[] = []
  try {
    for (let round = 0; round < options.rounds; round++) {
      const { best, told } = await bestOf(server, options)
      rounds.push([best.perSecond, best.p99, best.cpuEach])
      notes[0] = told
    }
  } finally {
    await server.stop()
  }
  return { rounds, notes }
}

async function bestOf(
  server: SyncServer,
  { seconds, profile }: RunOptions,
): Promise<{ best: Speed; told: string }> {
  const writers: Writer[] = []
  for (let board = 0; board < BOARDS; board++) {
    const members = await gather(server, await server.board(PEOPLE), PEOPLE)
    const group = members.map((member) => new Writer(member))
    for (const [i, writer] of group.entries()) writer.listen(group, i)
    writers.push(...group)
  }
  const found: Speed[] = []
  for (const window of WINDOWS) {
    found.push(await profiled(server, profile, () => speed(server, writers, window, Math.min(seconds, 3))))
    if ((found.at(-1)?.p99 ?? 0) > MOST_MS * 4) break
  }
  for (const writer of writers) writer.close()
  const quick = found.filter((one) => one.p99 <= MOST_MS)
  const best = (quick.length > 0 ? quick : found).reduce((a, b) => (b.perSecond > a.perSecond ? b : a))
  const how = server.name === 'ours' ? 'on disk' : 'seen by a colleague, not on disk'
  const told = `answered when ${how}; ${found.map((one, i) => `${(WINDOWS[i] ?? 0) * BURST} under way each: ${Math.round(one.perSecond)}/s in ${one.p99.toFixed(0)} ms`).join(', ')}`
  return { best, told }
}

async function speed(
  server: SyncServer,
  writers: readonly Writer[],
  window: number,
  seconds: number,
): Promise<Speed> {
  for (const writer of writers) writer.start(window)
  await pause(WARM_UP_MS)
  const latencies = new Latencies()
  const cpu = cpuSeconds(server.pid)
  const began = performance.now()
  for (const writer of writers) writer.latencies = latencies
  await pause(seconds * 1000)
  for (const writer of writers) writer.latencies = null
  const took = (performance.now() - began) / 1000
  const cpuUsed = cpuSeconds(server.pid) - cpu
  for (const writer of writers) writer.stop()
  await until(() => writers.every((writer) => writer.isQuiet))
  return {
    perSecond: latencies.count / took,
    p99: latencies.percentile(0.99),
    cpuEach: (cpuUsed * 1e6) / Math.max(1, latencies.count),
  }
}

/** One person who writes bursts, so many under way. */
class Writer {
  latencies: Latencies | null = null
  readonly #member: Member
  /** of each burst under way: its last edit, and when it was sent */
  readonly #underWay: { readonly n: number; readonly mark: number; readonly at: number }[] = []
  #window = 0
  #n = 0
  #mark = 1

  constructor(member: Member) {
    this.#member = member
  }

  get isQuiet(): boolean {
    return this.#underWay.length === 0
  }

  /** By marks where the server answers them, else by what the next of the group sees of this one. */
  listen(group: readonly Writer[], i: number): void {
    const before = group[(i + group.length - 1) % group.length]
    this.#member.onHeard(({ saved, edits }, now) => {
      if (saved > 0) this.#settle((burst) => burst.mark <= saved, now)
      else if (edits.length > 0 && before !== undefined && !before.isConfirmed) before.#seen(edits, now)
    })
  }

  get isConfirmed(): boolean {
    return this.#member.speaker.mark(0) !== null
  }

  #seen(edits: readonly number[], now: number): void {
    let newest = 0
    for (let k = 0; k < edits.length; k += 2)
      if (edits[k] === this.#member.person) newest = Math.max(newest, edits[k + 1] ?? 0)
    if (newest > 0) this.#settle((burst) => burst.n <= newest, now)
  }

  #settle(isDone: (burst: { n: number; mark: number }) => boolean, now: number): void {
    for (let first = this.#underWay[0]; first !== undefined && isDone(first); first = this.#underWay[0]) {
      this.#underWay.shift()
      for (let k = 0; k < BURST; k++) this.latencies?.add(now - first.at)
    }
    this.#fill()
  }

  start(window: number): void {
    this.#window = window
    this.#fill()
  }

  stop(): void {
    this.#window = 0
  }

  #fill(): void {
    while (this.#underWay.length < this.#window) {
      const { speaker } = this.#member
      for (let k = 0; k < BURST; k++) {
        this.#n++
        this.#member.send(speaker.edit(`p${this.#member.person}-${this.#n % KEYS}`, this.#n))
      }
      const mark = speaker.mark(++this.#mark)
      if (mark !== null) this.#member.send(mark)
      this.#underWay.push({ n: this.#n, mark: this.#mark, at: performance.now() })
    }
  }

  close(): void {
    this.#member.close()
  }
}

async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !isSo(); i++) await pause(10)
}
