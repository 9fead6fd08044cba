import type { Random } from '@second-story/std'
import { Jobs } from './jobs.ts'
import type { Line } from './line.ts'
import { LiveLayer } from './live-layer.ts'
import type { Host, Surroundings } from './surroundings.ts'

/** A node polls the log when it has not for so long. */
const POLL_MS = 3000

/** A server process: it can be killed, and stand still while the world goes on. */
export class SimNode implements Host {
  readonly index: number
  readonly #around: Surroundings
  readonly #steady: () => number
  jobs: Jobs
  layer: LiveLayer | null = null
  isPaused = false
  /** how far its clock is off */
  offset = 0
  #life = 0
  #polledAt = 0
  /** by connection: may it write, as far as this node has heard */
  readonly #known = new Map<number, boolean>()

  constructor(index: number, around: Surroundings, steady: () => number) {
    this.index = index
    this.#around = around
    this.#steady = steady
    this.jobs = this.#makeJobs()
  }

  #makeJobs(): Jobs {
    return new Jobs(this.#around.store)
  }

  /** A process that was started again is another one. */
  get name(): string {
    return `n${this.index}.${this.#life}`
  }

  now(): number {
    return this.#steady() + this.offset
  }

  steady(): number {
    return this.#steady()
  }

  ended(layer: object): void {
    if (this.layer === layer) this.layer = null
  }

  open(): LiveLayer {
    this.layer ??= new LiveLayer(this.#around, this)
    return this.layer
  }

  /** What a client sent arrives. */
  deliver(line: Line, count: number): void {
    for (let n = count; n > 0 && !this.isPaused; n--) {
      const up = line.up.shift()
      if (up === undefined) return
      if (up === 'open') this.#attach(line)
      else if (up === 'close') this.layer?.detach(line)
      else if (line.isServed) this.layer?.receive(line, up, this.#known.get(line.id) ?? false)
      this.layer?.settle()
    }
  }

  #attach(line: Line): void {
    this.#known.set(line.id, !this.#isReader(line))
    this.open().attach(line)
  }

  #isReader(line: Line): boolean {
    return this.#around.people.isReader(this.#around.tab(line.tab).account)
  }

  /** Roles as they are now reach the open connections. */
  learnRoles(): void {
    if (this.isPaused || this.layer === null) return
    for (const line of [...this.layer.lines.values()]) {
      const mayWrite = !this.#isReader(line)
      if (this.#known.get(line.id) === mayWrite) continue
      this.#known.set(line.id, mayWrite)
      const session = this.#around.people.session(this.#around.tab(line.tab).account)
      this.layer?.dispatch({ type: 'access', connection: line.id, session })
    }
  }

  tick(): void {
    if (!this.isPaused) this.layer?.log.tick()
    this.layer?.settle()
  }

  /** There is time to learn so many structs. */
  learn(structs: number): void {
    if (!this.isPaused) this.layer?.learn(structs)
    this.layer?.settle()
  }

  work(random: Random): void {
    if (!this.isPaused) this.jobs.step(random)
    this.layer?.settle()
  }

  beat(): void {
    if (this.isPaused || this.layer === null) return
    this.learnRoles()
    this.layer?.beat()
    this.layer?.settle()
    if (this.#around.setup.nodes === 1 || this.#steady() - this.#polledAt < POLL_MS) return
    this.#polledAt = this.#steady()
    this.layer?.log.poll()
  }

  hear(random: Random, trouble: boolean): void {
    if (this.isPaused) return
    const hint = this.#around.bus.take(this.index, random, trouble)
    if (hint !== undefined) this.layer?.hear(hint)
    this.layer?.settle()
  }

  /** kill -9, or no power: what was in memory is gone; another process takes its place. */
  crash(random: Random, isPower = false): void {
    const lines = [...(this.layer?.lines.values() ?? [])]
    this.layer?.kill()
    this.layer = null
    if (!isPower) {
      this.jobs.abandon(random)
      this.#around.store.log?.opened()
    }
    this.jobs = this.#makeJobs()
    for (const line of lines) line.serverGone(Math.floor(random() * (line.down.length + 1)), random() < 0.3)
    this.#around.bus.clear(this.index)
    this.#life++
    this.isPaused = false
  }
}
