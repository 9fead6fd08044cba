import type { View } from '../flow/flow-port.ts'
import { LEAST_ZOOM, MOST_ZOOM } from '../flow/flow-port.ts'
import { type Box, middle, type Point } from '../geometry/box.ts'

interface Size {
  readonly w: number
  readonly h: number
}

/** Pixels kept free at each side of the map: the switch and titles above, the zoom control below. */
export interface Padding {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export const FIT_PADDING: Padding = { top: 16, right: 32, bottom: 20, left: 32 }

/** The view that shows all of a box, not closer than `most`. */
export function viewOf(box: Box, size: Size, padding: Padding = FIT_PADDING, most = 1): View {
  const w = Math.max(40, size.w - padding.left - padding.right)
  const h = Math.max(40, size.h - padding.top - padding.bottom)
  const zoom = clampZoom(Math.min(most, w / Math.max(1, box.w), h / Math.max(1, box.h)))
  const centre = middle(box)
  // on whole pixels, lines and letters are sharp
  return {
    x: Math.round(padding.left + w / 2 - centre.x * zoom),
    y: Math.round(padding.top + h / 2 - centre.y * zoom),
    zoom,
  }
}

/** The same view from nearer or farther, the point `about` (pixels) staying where it is. */
export function zoomAbout(view: View, about: Point, zoom: number): View {
  const to = clampZoom(zoom)
  const scale = to / view.zoom
  return { x: about.x - (about.x - view.x) * scale, y: about.y - (about.y - view.y) * scale, zoom: to }
}

/** The least pan that brings a box into view, with room; null where it is in view already. */
export function viewShowing(box: Box, view: View, size: Size, room = 48): View | null {
  const left = box.x * view.zoom + view.x
  const top = box.y * view.zoom + view.y
  const right = left + box.w * view.zoom
  const bottom = top + box.h * view.zoom
  const dx = shift(left, right, size.w, room)
  const dy = shift(top, bottom, size.h, room)
  return dx === 0 && dy === 0 ? null : { ...view, x: view.x + dx, y: view.y + dy }
}

function shift(from: number, to: number, size: number, room: number): number {
  if (from >= room && to <= size - room) return 0
  if (to - from > size - 2 * room) return size / 2 - (from + to) / 2
  return from < room ? room - from : size - room - to
}

function clampZoom(zoom: number): number {
  return Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom))
}
