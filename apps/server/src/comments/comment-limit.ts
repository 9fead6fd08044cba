import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '../http/problem.ts'

/** What one account may write within a minute: what waited offline arrives at once, a script gone wild stops. */
export const COMMENTS_A_MINUTE = 120

export class CommentLimit {
  readonly #accounts = new RateLimiterMemory({ points: COMMENTS_A_MINUTE, duration: 60 })

  /** Throws `too-many-comments`. */
  async writes(account: string): Promise<void> {
    try {
      await this.#accounts.consume(account)
    } catch (limit) {
      if (limit instanceof RateLimiterRes) throw new Problem('too-many-comments')
      throw limit
    }
  }
}
