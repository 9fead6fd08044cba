import { around, type Box, type Point } from '../geometry/box.ts'

interface Size {
  readonly w: number
  readonly h: number
}

/** What is asked of the map. */
interface Seen {
  readonly view: { readonly zoom: number }
  size(): Size
  toScreen(point: Point): Point
}

/** Pixels between a selection and its bar: stamps and labels hang over its upper edge. */
const APART = 18
/** Pixels kept free at the edges of the map. */
const MARGIN = 8

/**
 * Where a bar stands, in pixels from the corner of the map: over what is selected, or under it where there is no room.
 * null where nothing of it is in view.
 */
export function barSpot(boxes: readonly (Box | null)[], map: Seen, bar: Size): Point | null {
  const whole = around(boxes.flatMap((box) => box ?? []))
  if (!whole) return null
  const { w, h } = map.size()
  const { x, y } = map.toScreen(whole)
  const right = x + whole.w * map.view.zoom
  const bottom = y + whole.h * map.view.zoom
  if (right < 0 || bottom < 0 || x > w || y > h) return null
  const above = y - APART - bar.h
  const below = bottom + APART
  const top = above >= MARGIN ? above : below + bar.h <= h - MARGIN ? below : MARGIN
  const left = (x + right) / 2 - bar.w / 2
  return { x: clamp(left, MARGIN, w - bar.w - MARGIN), y: top }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
