/** Bounds of the pause between two flushes, in ms. */
export const PACE = { shortestMs: 1, longestMs: 33, timesLastFlush: 5 } as const

/**
 * When to flush next (SPEC.md rule 5): at once when it has been quiet, else a few times what the last flush cost after its
 * end, never more than 33 ms.
 */
export class Pace {
  #notBefore = 0

  /** A flush began at `began` and ended at `ended`. */
  flushed(began: number, ended: number): void {
    const pause = Math.min(PACE.longestMs, Math.max(PACE.shortestMs, (ended - began) * PACE.timesLastFlush))
    this.#notBefore = ended + pause
  }

  /** How long to wait from `now`, in ms; 0 for at once. */
  waitFrom(now: number): number {
    return Math.max(0, this.#notBefore - now)
  }
}
