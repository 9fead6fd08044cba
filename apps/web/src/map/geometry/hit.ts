import type { Point } from './box.ts'

/** The distance from a point to a line of straight pieces given flat: x, y, x, y … */
export function distanceTo(points: readonly number[], { x, y }: Point): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i + 3 < points.length; i += 2) {
    const ax = points[i] ?? 0
    const ay = points[i + 1] ?? 0
    const dx = (points[i + 2] ?? 0) - ax
    const dy = (points[i + 3] ?? 0) - ay
    const length = dx * dx + dy * dy
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
    best = Math.min(best, Math.hypot(ax + t * dx - x, ay + t * dy - y))
  }
  return best
}
