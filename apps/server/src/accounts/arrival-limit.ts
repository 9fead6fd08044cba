import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '../http/problem.ts'

export const ARRIVAL_WINDOW_MINUTES = 10

/** Bounds how many accounts and guests one address may make: each is a row for ever, and an account costs a password's hash. */
export class ArrivalLimit {
  readonly #places: RateLimiterMemory

  constructor(most: number) {
    this.#places = new RateLimiterMemory({ points: most, duration: ARRIVAL_WINDOW_MINUTES * 60 })
  }

  /** Counts one who arrives; throws `too-many-arrivals`. */
  async arrives(place: string): Promise<void> {
    try {
      await this.#places.consume(place)
    } catch (limit) {
      if (limit instanceof RateLimiterRes) throw new Problem('too-many-arrivals')
      throw limit
    }
  }
}
