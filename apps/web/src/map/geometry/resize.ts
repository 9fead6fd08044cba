import type { Box, Point } from './box.ts'
import { snap } from './snap.ts'

export const CORNERS = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const
export type Corner = (typeof CORNERS)[number]

/** Where a resize handle stands on a box. */
export function handleAt(box: Box, corner: Corner): Point {
  const x = corner.includes('w') ? box.x : corner.includes('e') ? box.x + box.w : box.x + box.w / 2
  const y = corner.includes('n') ? box.y : corner.includes('s') ? box.y + box.h : box.y + box.h / 2
  return { x, y }
}

/** The box after its handle was pulled by `by`: the opposite side stays, nothing gets smaller than `least`. */
export function resized(
  box: Box,
  corner: Corner,
  by: Point,
  least: { readonly w: number; readonly h: number },
  free = false,
): Box {
  const to = free ? (value: number) => Math.round(value) : (value: number) => snap(value)
  let { x, y, w, h } = box
  if (corner.includes('e')) w = Math.max(least.w, to(box.x + box.w + by.x) - box.x)
  if (corner.includes('s')) h = Math.max(least.h, to(box.y + box.h + by.y) - box.y)
  if (corner.includes('w')) {
    w = Math.max(least.w, box.x + box.w - to(box.x + by.x))
    x = box.x + box.w - w
  }
  if (corner.includes('n')) {
    h = Math.max(least.h, box.y + box.h - to(box.y + by.y))
    y = box.y + box.h - h
  }
  return { x, y, w, h }
}

export function cursorOf(corner: Corner): string {
  switch (corner) {
    case 'n':
    case 's':
      return 'ns-resize'
    case 'e':
    case 'w':
      return 'ew-resize'
    case 'nw':
    case 'se':
      return 'nwse-resize'
    case 'ne':
    case 'sw':
      return 'nesw-resize'
  }
}
