import type { Box } from '../drawing.ts'

export type Side = 'left' | 'right' | 'top' | 'bottom'

/** Which sides of two boxes face each other. */
export interface Facing {
  readonly from: Side
  readonly to: Side
}

/** Less room than this between two boxes and an arrow leaves by the other pair of sides. */
const ROOM = 20

/** Lines leave a card at half its height and reach the near side of the other (the mock's rule). */
export function facing(from: Box, to: Box): Facing {
  const right = to.x - (from.x + from.w)
  const left = from.x - (to.x + to.w)
  const down = to.y - (from.y + from.h)
  const up = from.y - (to.y + to.h)
  const across = Math.max(right, left)
  const along = Math.max(down, up)
  if (across >= ROOM || across >= along) {
    return right >= left ? { from: 'right', to: 'left' } : { from: 'left', to: 'right' }
  }
  return down >= up ? { from: 'bottom', to: 'top' } : { from: 'top', to: 'bottom' }
}

/** How far out of a pinned side a line looks where to go. */
const LOOK_OUT = 26

/** As `facing`, an end that people pinned keeping its side; the other end faces what comes out of that. */
export function facingPinned(from: Box, to: Box, fromSide?: Side, toSide?: Side): Facing {
  if (fromSide && toSide) return { from: fromSide, to: toSide }
  if (fromSide) return { from: fromSide, to: facing(stub(from, fromSide), to).to }
  if (toSide) return { from: facing(from, stub(to, toSide)).from, to: toSide }
  return facing(from, to)
}

function stub(box: Box, side: Side): Box {
  const { x, y } = outward(side)
  const at = pointOn(box, side, 0)
  return { x: at.x + x * LOOK_OUT, y: at.y + y * LOOK_OUT, w: 0, h: 0 }
}

export function isAcross(side: Side): boolean {
  return side === 'left' || side === 'right'
}

/** The point on a side, `offset` units from its middle. */
export function pointOn(box: Box, side: Side, offset: number): { x: number; y: number } {
  switch (side) {
    case 'left':
      return { x: box.x, y: box.y + box.h / 2 + offset }
    case 'right':
      return { x: box.x + box.w, y: box.y + box.h / 2 + offset }
    case 'top':
      return { x: box.x + box.w / 2 + offset, y: box.y }
    case 'bottom':
      return { x: box.x + box.w / 2 + offset, y: box.y + box.h }
  }
}

/** The way out of a side. */
export function outward(side: Side): { x: number; y: number } {
  switch (side) {
    case 'left':
      return { x: -1, y: 0 }
    case 'right':
      return { x: 1, y: 0 }
    case 'top':
      return { x: 0, y: -1 }
    case 'bottom':
      return { x: 0, y: 1 }
  }
}
