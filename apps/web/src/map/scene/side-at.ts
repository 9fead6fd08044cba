import type { ArrowSide } from '@second-story/board'
import type { Box, Point } from '../geometry/box.ts'

/** Nearer to the middle than this, in parts of the box, no side is meant. */
const MIDDLE = 0.3

/** The side of a box that is meant by dropping an arrow's end there; null in its middle: any side. */
export function sideAt({ x, y, w, h }: Box, at: Point): ArrowSide | null {
  const across = (at.x - x) / w - 0.5
  const along = (at.y - y) / h - 0.5
  if (Math.max(Math.abs(across), Math.abs(along)) < MIDDLE) return null
  // whichever edge is nearest
  const toSide = (0.5 - Math.abs(across)) * w
  const toEnd = (0.5 - Math.abs(along)) * h
  if (toSide <= toEnd) return across > 0 ? 'right' : 'left'
  return along > 0 ? 'bottom' : 'top'
}
