import type { Point } from './point.ts'

/** A way as flat x, y, x, y …; its length in canvas units. */
export function lengthOf(points: readonly number[]): number {
  let length = 0
  for (let i = 2; i + 1 < points.length; i += 2) length += piece(points, i).length
  return length
}

/** The point at a share of a way, 0 at its beginning, 1 at its end. */
export function pointAlong(points: readonly number[], share: number): Point {
  let left = Math.min(1, Math.max(0, share)) * lengthOf(points)
  for (let i = 2; i + 1 < points.length; i += 2) {
    const { ax, ay, bx, by, length } = piece(points, i)
    if (left <= length || i + 3 >= points.length) {
      const t = length === 0 ? 0 : Math.min(1, left / length)
      return { x: ax + (bx - ax) * t, y: ay + (by - ay) * t }
    }
    left -= length
  }
  return { x: points[0] ?? 0, y: points[1] ?? 0 }
}

/** The share of a way at which it comes nearest to a point. */
export function shareNear(points: readonly number[], { x, y }: Point): number {
  const whole = lengthOf(points)
  if (whole === 0) return 0
  let [best, nearest, passed] = [0, Number.POSITIVE_INFINITY, 0]
  for (let i = 2; i + 1 < points.length; i += 2) {
    const { ax, ay, bx, by, length } = piece(points, i)
    const dot = (x - ax) * (bx - ax) + (y - ay) * (by - ay)
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, dot / (length * length)))
    const distance = Math.hypot(ax + (bx - ax) * t - x, ay + (by - ay) * t - y)
    if (distance < nearest) {
      nearest = distance
      best = passed + t * length
    }
    passed += length
  }
  return best / whole
}

function piece(points: readonly number[], i: number) {
  const [ax = 0, ay = 0, bx = 0, by = 0] = [points[i - 2], points[i - 1], points[i], points[i + 1]]
  return { ax, ay, bx, by, length: Math.hypot(bx - ax, by - ay) }
}
