import type { ItemId, RelationId, StrokeId } from '@second-story/board'
import type { Gallery } from '../drawing/gallery.ts'
import { type Box, contains, type Point } from '../geometry/box.ts'
import { distanceTo } from '../geometry/hit.ts'
import { CORNERS, type Corner, edgeAt, handleAt } from '../geometry/resize.ts'
import type { Scene, SceneItem } from './scene.ts'

export const SIDES = ['right', 'bottom', 'left', 'top'] as const
export type KnobSide = (typeof SIDES)[number]

/** What is under a point of the board. */
export type Hit =
  | { readonly on: 'ground' }
  | { readonly on: 'item'; readonly id: ItemId }
  /** the open inside of a boundary or frame */
  | { readonly on: 'inside'; readonly id: ItemId }
  | { readonly on: 'arrow'; readonly id: RelationId }
  /** a line drawn by hand */
  | { readonly on: 'stroke'; readonly id: StrokeId }
  /** what can be pulled of a selected arrow: its ends, and its words along the line */
  | { readonly on: 'end'; readonly id: RelationId; readonly end: 'from' | 'to' | 'words' }
  | { readonly on: 'knob'; readonly id: ItemId; readonly side: KnobSide }
  /** a corner or side of what is selected; `id` is null where several are */
  | { readonly on: 'handle'; readonly id: ItemId | null; readonly corner: Corner }

export interface HitLook {
  readonly zoom: number
  /** handles belong to what is selected alone */
  readonly selected: SceneItem | null
  /** or to the box round several */
  readonly group?: Box | null
  readonly arrow: RelationId | null
  /** a finger is wider than a pointer */
  readonly touch: boolean
}

/** Pixels off its edge at which a selected thing is resized. */
const EDGE = 3.5
/** Pixels a thing must be high and wide for that. */
const LEAST_EDGED = 24

/** What a pointer at `at` means; handles first, then things from the top, arrows, the insides of boundaries. */
export function hitAt(scene: Scene, gallery: Gallery, at: Point, look: HitLook): Hit {
  const reach = (look.touch ? 18 : 7) / look.zoom
  const handle = look.selected && handleHit(look.selected, at, reach, look)
  if (handle) return handle
  const corner = look.group && edgeAt(look.group, at, reach)
  if (corner) return { on: 'handle', id: null, corner }
  if (look.arrow) {
    const end = endHit(scene, gallery, look.arrow, at, reach)
    if (end) return { on: 'end', id: look.arrow, end }
  }
  const painted = scene.painted()
  for (let i = painted.length - 1; i >= 0; i--) {
    const one = painted[i]
    if (one && !one.container && contains(one, at)) return { on: 'item', id: one.id }
  }
  const arrow = arrowHit(scene, gallery, at, reach)
  if (arrow) return { on: 'arrow', id: arrow }
  for (let i = painted.length - 1; i >= 0; i--) {
    const one = painted[i]
    if (!one?.container) continue
    if (onEdge(one, at, reach, gallery)) return { on: 'item', id: one.id }
    if (contains(one, at)) return { on: 'inside', id: one.id }
  }
  return { on: 'ground' }
}

/** The item on top at a point, of those that may be connected. */
export function itemAt(
  scene: Scene,
  at: Point,
  may: (one: SceneItem) => boolean,
  slack = 0,
): SceneItem | null {
  const painted = scene.painted()
  for (let i = painted.length - 1; i >= 0; i--) {
    const one = painted[i]
    if (one && may(one) && contains(one, at, slack)) return one
  }
  return null
}

/** Where the knobs stand from which an arrow is pulled. */
export function knobAt(one: Box, side: KnobSide): Point {
  switch (side) {
    case 'right':
      return { x: one.x + one.w, y: one.y + one.h / 2 }
    case 'left':
      return { x: one.x, y: one.y + one.h / 2 }
    case 'top':
      return { x: one.x + one.w / 2, y: one.y }
    case 'bottom':
      return { x: one.x + one.w / 2, y: one.y + one.h }
  }
}

/** Cards of the story have knobs left and right: lines come to them from below and above. */
export function sidesOf(one: SceneItem): readonly KnobSide[] {
  return one.item.type === 'component' ? SIDES : ['right', 'left']
}

export function hasKnobs(one: SceneItem): boolean {
  return !one.container && one.item.type !== 'text' && one.item.type !== 'plain'
}

function handleHit(one: SceneItem, at: Point, reach: number, look: HitLook): Hit | null {
  if (hasKnobs(one) && one.w * look.zoom > 40) {
    for (const side of sidesOf(one)) {
      const knob = knobAt(one, side)
      if (Math.hypot(knob.x - at.x, knob.y - at.y) <= reach * 1.2) return { on: 'knob', id: one.id, side }
    }
  }
  if (one.item.place?.pinned) return null
  for (const corner of CORNERS) {
    if (corner.length === 1 && !one.container) continue
    const handle = handleAt(one, corner)
    if (Math.hypot(handle.x - at.x, handle.y - at.y) <= reach) return { on: 'handle', id: one.id, corner }
  }
  // by its edge a boundary is moved; a finger has the corners; of a small thing a pointer needs the middle to hold it
  if (one.container || look.touch || Math.min(one.w, one.h) * look.zoom < LEAST_EDGED) return null
  const corner = edgeAt(one, at, Math.min(reach, EDGE / look.zoom))
  return corner ? { on: 'handle', id: one.id, corner } : null
}

function endHit(
  scene: Scene,
  gallery: Gallery,
  id: RelationId,
  at: Point,
  reach: number,
): 'from' | 'to' | 'words' | null {
  const arrow = scene.arrows.get(id)
  if (!arrow) return null
  const { points, label } = gallery.arrow(arrow, true)
  const near = (x = 0, y = 0): boolean => Math.hypot(x - at.x, y - at.y) <= reach * 1.6
  if (near(points.at(-2), points.at(-1))) return 'to'
  if (near(points[0], points[1])) return 'from'
  return label && isOnWords(label, at) ? 'words' : null
}

function isOnWords(
  { x, y, text }: { readonly x: number; readonly y: number; readonly text: string },
  at: Point,
): boolean {
  return Math.abs(y - 4 - at.y) < 9 && Math.abs(x - at.x) < 4 + text.length * 3
}

function arrowHit(scene: Scene, gallery: Gallery, at: Point, reach: number): RelationId | null {
  let best: RelationId | null = null
  let nearest = reach
  for (const arrow of scene.arrows.values()) {
    const drawn = gallery.arrow(arrow)
    if (!contains(drawn.box, at, reach)) continue
    const label = drawn.label
    if (label && isOnWords(label, at)) return arrow.id
    const distance = distanceTo(drawn.points, at)
    if (distance <= nearest) {
      nearest = distance
      best = arrow.id
    }
  }
  return best
}

function onEdge(one: SceneItem, at: Point, reach: number, gallery: Gallery): boolean {
  const inside = contains(one, at, -reach)
  if (contains(one, at, reach) && !inside) return true
  const words = gallery.drawing(one).words
  if (!words) return false
  return contains({ x: one.x + words.x - 8, y: one.y + words.y, w: Math.min(words.w, 160), h: words.h }, at)
}
