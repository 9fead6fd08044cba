import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '../http/problem.ts'

const WINDOW_SECONDS = 15 * 60

/** Slows down whoever tries passwords: ten wrong ones for an address from one place, a hundred from one place in all. */
export class GuessLimit {
  readonly #pair = new RateLimiterMemory({ points: 10, duration: WINDOW_SECONDS })
  readonly #place = new RateLimiterMemory({ points: 100, duration: WINDOW_SECONDS })

  /** Counts a try before it is judged; throws `too-many-tries`. Honest people get it back with `wasRight`. */
  async tried(place: string, email: string): Promise<void> {
    try {
      await this.#place.consume(place)
      await this.#pair.consume(pairKey(place, email))
    } catch (limit) {
      if (limit instanceof RateLimiterRes) throw new Problem('too-many-tries')
      throw limit
    }
  }

  async wasRight(place: string, email: string): Promise<void> {
    await this.#pair.delete(pairKey(place, email))
    await this.#place.reward(place)
  }
}

function pairKey(place: string, email: string): string {
  return `${place} ${email}`
}
