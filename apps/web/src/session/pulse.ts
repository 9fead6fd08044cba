/** Time and chance as a page has them, from outside. */
export interface Pulse {
  /** ms that only grow; a clock that is set, or jumps, does not touch them */
  now(): number
  /** the clock on the wall, ms since 1970 */
  wall(): number
  /** returns its own undo */
  after(ms: number, work: () => void): () => void
  /** 0 up to 1 */
  random(): number
}

export const pagePulse: Pulse = {
  now: () => performance.now(),
  wall: () => Date.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
}
