import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '../http/problem.ts'

/** Pictures that one person brings within so many minutes: far above any honest use. */
export const UPLOADS = { most: 100, minutes: 10 } as const

/** Bounds how many pictures one person may have read: each takes a processor for a while. */
export class ImageLimit {
  readonly #uploads = new RateLimiterMemory({ points: UPLOADS.most, duration: UPLOADS.minutes * 60 })

  /** Counts one; throws `too-many-images`. */
  async comes(account: string): Promise<void> {
    try {
      await this.#uploads.consume(account)
    } catch (limit) {
      if (limit instanceof RateLimiterRes) throw new Problem('too-many-images')
      throw limit
    }
  }
}
