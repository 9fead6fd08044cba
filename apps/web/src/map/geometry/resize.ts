import { around, type Box, type Point } from './box.ts'

export const CORNERS = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const
export type Corner = (typeof CORNERS)[number]

export interface ResizeHow {
  /** nothing gets smaller than this */
  readonly least: { readonly w: number; readonly h: number }
  /** keeps the ratio of the sides */
  readonly ratio?: boolean
  /** the middle stays instead of the opposite side */
  readonly centre?: boolean
  /** where a pulled edge comes to stand, asked with where it was pulled to */
  readonly settle?: (edge: number, axis: 'x' | 'y') => number
}

/** Where a resize handle stands on a box. */
export function handleAt(box: Box, corner: Corner): Point {
  const x = corner.includes('w') ? box.x : corner.includes('e') ? box.x + box.w : box.x + box.w / 2
  const y = corner.includes('n') ? box.y : corner.includes('s') ? box.y + box.h : box.y + box.h / 2
  return { x, y }
}

/** The edge of a box, or its corner, at a point; `reach` is how far off the line still counts. */
export function edgeAt(box: Box, at: Point, reach: number): Corner | null {
  const { x, y, w, h } = box
  const isIn = at.x >= x - reach && at.x <= x + w + reach && at.y >= y - reach && at.y <= y + h + reach
  if (!isIn) return null
  const vertical = Math.abs(at.y - y) <= reach ? 'n' : Math.abs(at.y - y - h) <= reach ? 's' : ''
  const across = Math.abs(at.x - x) <= reach ? 'w' : Math.abs(at.x - x - w) <= reach ? 'e' : ''
  return CORNERS.find((one) => one === vertical + across) ?? null
}

/** The box after its handle was pulled by `by`: the opposite side stays, or with `centre` the middle. */
export function resized(box: Box, corner: Corner, by: Point, how: ResizeHow): Box {
  const { least, settle = (edge: number) => edge } = how
  const times = how.centre ? 2 : 1
  const right = box.x + box.w
  const bottom = box.y + box.h
  let { w, h } = box
  if (corner.includes('e')) w += (settle(right + by.x, 'x') - right) * times
  if (corner.includes('w')) w += (box.x - settle(box.x + by.x, 'x')) * times
  if (corner.includes('s')) h += (settle(bottom + by.y, 'y') - bottom) * times
  if (corner.includes('n')) h += (box.y - settle(box.y + by.y, 'y')) * times
  const size = how.ratio ? inRatio(box, corner, { w, h }, least) : { w, h }
  w = Math.max(Math.min(least.w, box.w), size.w)
  h = Math.max(Math.min(least.h, box.h), size.h)
  return { ...anchored(box, corner, w, h, how), w, h }
}

/** Each of several boxes as it lies in the whole after the whole was resized. */
export function resizedWithin(boxes: readonly Box[], to: Box): Box[] {
  const from = around(boxes)
  if (!from || from.w === 0 || from.h === 0) return [...boxes]
  const kx = to.w / from.w
  const ky = to.h / from.h
  return boxes.map((box) => ({
    x: to.x + (box.x - from.x) * kx,
    y: to.y + (box.y - from.y) * ky,
    w: box.w * kx,
    h: box.h * ky,
  }))
}

interface Sides {
  readonly w: number
  readonly h: number
}

// a corner follows the side that was pulled further; a side takes the other along
function inRatio(box: Box, corner: Corner, { w, h }: Sides, least: Sides): Sides {
  const kx = w / box.w
  const ky = h / box.h
  const wanted = corner.length === 2 ? Math.max(kx, ky) : corner === 'e' || corner === 'w' ? kx : ky
  const k = Math.max(wanted, Math.min(1, Math.max(least.w / box.w, least.h / box.h)))
  return { w: box.w * k, h: box.h * k }
}

// the corner of the resized box: what was not pulled stays where it is
function anchored(box: Box, corner: Corner, w: number, h: number, how: ResizeHow): Point {
  const across = how.centre || (how.ratio && corner.length === 1)
  const x = corner.includes('w')
    ? box.x + box.w - w
    : corner.includes('e') || !across
      ? box.x
      : box.x + (box.w - w) / 2
  const y = corner.includes('n')
    ? box.y + box.h - h
    : corner.includes('s') || !across
      ? box.y
      : box.y + (box.h - h) / 2
  return how.centre ? { x: box.x + (box.w - w) / 2, y: box.y + (box.h - h) / 2 } : { x, y }
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
