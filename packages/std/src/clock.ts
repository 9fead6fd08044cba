/** Time comes in from outside: milliseconds since 1970, UTC. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** The same at the start, and then never set: somebody who puts the machine's clock right does not make a minute last an hour. */
export const steadyClock: Clock = { now: () => performance.timeOrigin + performance.now() }

/** A clock that moves only when told to. */
export class ManualClock implements Clock {
  #now: number

  constructor(now = 0) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  advance(ms: number): void {
    this.#now += ms
  }
}
