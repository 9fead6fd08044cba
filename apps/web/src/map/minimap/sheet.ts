import { around, type Box, type Point } from '../geometry/box.ts'

/** How the board lies on the small sheet: a point of the board stands at `point * scale + (x, y)` pixels. */
export interface Sheet {
  readonly scale: number
  readonly x: number
  readonly y: number
}

interface Size {
  readonly w: number
  readonly h: number
}

/** Pixels kept free round the board. */
const ROOM = 8
/** A small board is not blown up: its boxes would say more than they mean. */
const MOST_SCALE = 0.2
/** So much of a view that lies far outside is still seen at the edge. */
const LEAST_SEEN = 5

/** All of a board on a sheet of that size, in its middle. */
export function sheetFor(boxes: Iterable<Box>, size: Size): Sheet | null {
  const board = around(boxes)
  if (!board) return null
  const scale = Math.min(
    MOST_SCALE,
    (size.w - 2 * ROOM) / Math.max(1, board.w),
    (size.h - 2 * ROOM) / Math.max(1, board.h),
  )
  return {
    scale,
    x: size.w / 2 - (board.x + board.w / 2) * scale,
    y: size.h / 2 - (board.y + board.h / 2) * scale,
  }
}

export function onSheet({ scale, x, y }: Sheet, box: Box): Box {
  return { x: box.x * scale + x, y: box.y * scale + y, w: box.w * scale, h: box.h * scale }
}

export function toBoard({ scale, x, y }: Sheet, point: Point): Point {
  return { x: (point.x - x) / scale, y: (point.y - y) / scale }
}

/** What of a view is on the sheet; of one that lies outside, an edge is left, on the side where it is. */
export function viewOnSheet(sheet: Sheet, view: Box, size: Size): Box {
  const at = onSheet(sheet, view)
  const [x, w] = cut(at.x, at.w, size.w)
  const [y, h] = cut(at.y, at.h, size.h)
  return { x, y, w, h }
}

function cut(from: number, length: number, size: number): readonly [number, number] {
  const a = Math.min(Math.max(from, 0), size - LEAST_SEEN)
  const b = Math.max(Math.min(from + length, size), LEAST_SEEN)
  return [a, Math.max(LEAST_SEEN, b - a)]
}
