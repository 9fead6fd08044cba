import type { Point } from './box.ts'

/** Pixels from the edge of the map in which a dragging hand pushes the view along. */
const ZONE = 32
/** Pixels a second, at the edge and beyond it. */
const FASTEST = 1_100

/**
 * How far the view goes on in `ms`, in pixels: towards the edge at which a dragging hand is, faster the nearer.
 * Nothing in the open middle of the map.
 */
export function edgePush(at: Point, size: { readonly w: number; readonly h: number }, ms: number): Point {
  return { x: push(at.x, size.w, ms), y: push(at.y, size.h, ms) }
}

function push(at: number, size: number, ms: number): number {
  // on a small screen the zones must leave a middle
  const zone = Math.min(ZONE, size / 6)
  const near = Math.max(0, Math.min(1, (zone - at) / zone))
  const far = Math.max(0, Math.min(1, (at - (size - zone)) / zone))
  return ((far * far - near * near) * FASTEST * ms) / 1_000
}
