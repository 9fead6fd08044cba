/** Calls `act(i)` for each of `count` actors `perSecond` times a second, evenly spread, until the returned function is called. */
export function beat(count: number, perSecond: number, act: (i: number, now: number) => void): () => void {
  const period = 1000 / perSecond
  const began = performance.now()
  const next = Float64Array.from({ length: count }, (_, i) => began + (i / count) * period)
  let turn = 0
  const timer = setInterval(() => {
    const now = performance.now()
    // actors are in order of their turns: stop at the first that is not due
    for (let acted = 0; acted < count * 4 && (next[turn] as number) <= now; acted++) {
      act(turn, now)
      next[turn] = (next[turn] as number) + period
      turn = (turn + 1) % count
    }
  }, 1)
  return () => clearInterval(timer)
}
