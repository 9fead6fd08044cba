/** Bounds of the pause between two flushes, in ms. */
export const PACE = { shortestMs: 1, longestMs: 16, timesLastFlush: 10 } as const

/**
 * When to flush next (SPEC.md rule 5): at once when it has been quiet, else a few times what the last flush cost after its
 * end, never more than 16 ms. While it waited for the disk everything else had its turn: that is part of the pause.
 */
export class Pace {
  #notBefore = 0

  /** A flush began at `began` and ended at `ended`; for `waited` of it, it waited for the disk. */
  flushed(began: number, ended: number, waited = 0): void {
    const pause = Math.min(PACE.longestMs, (ended - began - waited) * PACE.timesLastFlush)
    this.#notBefore = ended + Math.max(PACE.shortestMs, pause - waited)
  }

  /** How long to wait from `now`, in ms; 0 for at once. */
  waitFrom(now: number): number {
    return Math.max(0, this.#notBefore - now)
  }
}
