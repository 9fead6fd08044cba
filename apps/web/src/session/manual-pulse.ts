import type { Pulse } from './pulse.ts'

/** For tests: time that moves only when told to, timers in their order, chance as given. */
export class ManualPulse implements Pulse {
  chance = 0.5
  #now = 0
  #wall = 1_700_000_000_000
  #timers: { at: number; work: () => void }[] = []

  now(): number {
    return this.#now
  }

  wall(): number {
    return this.#wall
  }

  random(): number {
    return this.chance
  }

  after(ms: number, work: () => void): () => void {
    const timer = { at: this.#now + ms, work }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer)
    }
  }

  /** Lets time pass, running what falls due. */
  pass(ms: number): void {
    const until = this.#now + ms
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.#timers = this.#timers.filter((one) => one !== next)
      this.#wall += next.at - this.#now
      this.#now = next.at
      next.work()
    }
    this.#wall += until - this.#now
    this.#now = until
  }

  /** The machine slept, or somebody set its clock: the wall alone moves. */
  jump(ms: number): void {
    this.#wall += ms
  }
}
