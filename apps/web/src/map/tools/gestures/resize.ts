import type { ItemId } from '@second-story/board'
import { itemBox } from '@second-story/picture'
import { useBoardUi } from '../../../board/board-ui.ts'
import { moveCommands } from '../../actions/move.ts'
import { isPinned } from '../../actions/pin.ts'
import { around, type Box, bare, type Point } from '../../geometry/box.ts'
import { type Corner, resized, resizedWithin } from '../../geometry/resize.ts'
import { type Axis, type Guide, linesOf, snap, snapEdge } from '../../geometry/snap.ts'
import type { Scene } from '../../scene/scene.ts'
import { AT_REST, type Gesture, type GestureOf, type Pull } from '../gesture.ts'
import type { Hand } from '../hand.ts'
import { Stroke } from '../stroke.ts'
import { othersInView, SNAP_PX } from './others-in-view.ts'
import { showDrag } from './show-drag.ts'

type Resize = GestureOf<'resize'>
type Boxes = ReadonlyMap<ItemId, Box>

/** Nothing is made smaller than this, in canvas units. */
const LEAST = { w: 48, h: 24 }

/** Takes hold of a corner or side of what is selected. */
export function beginResize(hand: Hand, corner: Corner, from: Point, now: number): Gesture {
  const { scene } = hand.stage
  const boxes = new Map(
    [...useBoardUi.getState().items].flatMap((id) => {
      const one = isPinned(scene, id) ? undefined : scene.items.get(id)
      return one ? [[id, bare(one)] as const] : []
    }),
  )
  if (boxes.size === 0) return AT_REST
  const stroke = new Stroke(hand.session, now)
  return { kind: 'resize', corner, from, boxes, now: boxes, guides: [], stroke }
}

/** Shift keeps the ratio, or of a picture lets go of it; Alt the middle where it is, Ctrl or Cmd takes it off guides and grid. */
export function stretch(hand: Hand, gesture: Resize, pull: Pull): Resize {
  const { stage } = hand
  const by = { x: pull.at.x - gesture.from.x, y: pull.at.y - gesture.from.y }
  const { boxes, corner } = gesture
  const whole = around(boxes.values())
  if (!whole) return gesture
  const others = pull.free ? [] : othersInView(stage.scene, stage.area(), boxes)
  const settle = settler(others, SNAP_PX / stage.view.zoom, pull.free)
  const to = resized(whole, corner, by, {
    least: leastOf(boxes, whole),
    // a picture keeps its shape; Shift lets go of it
    ratio: pull.shift !== isPicture(stage.scene, boxes),
    centre: pull.alt,
    settle,
  })
  const ids = [...boxes.keys()]
  const parts = boxes.size === 1 ? [to] : resizedWithin([...boxes.values()], to)
  const now = new Map(
    ids.map((id, index) => [id, holding(stage.scene, id, rounded(parts[index] ?? to), corner)] as const),
  )
  stage.hold(now)
  showDrag(hand, now, true)
  gesture.stroke.follow(pull.time, () => sizeCommands(stage.scene, now))
  return { ...gesture, now, guides: boxes.size === 1 ? guidesOf(to, others, corner) : [] }
}

export function dropResize(hand: Hand, gesture: Resize): void {
  gesture.stroke.rest(sizeCommands(hand.stage.scene, gesture.now))
  hand.letGo(gesture.boxes.keys())
}

export function giveUpResize(hand: Hand, gesture: Resize): void {
  gesture.stroke.giveUp()
  hand.letGo(gesture.boxes.keys())
}

/** Is it a picture alone? */
function isPicture(scene: Scene, boxes: Boxes): boolean {
  const [id] = boxes.keys()
  return boxes.size === 1 && id !== undefined && scene.items.get(id)?.item.type === 'image'
}

function settler(others: readonly Box[], reach: number, free: boolean) {
  return (edge: number, axis: Axis): number => {
    if (free) return Math.round(edge)
    const by = snapEdge(edge, others, reach, axis)
    return by === null ? snap(edge) : edge + by
  }
}

// only lines that were pulled to: the side that stays says nothing new
function guidesOf(box: Box, others: readonly Box[], corner: Corner): Guide[] {
  const moved = (axis: Axis, low: string, high: string, at: number, size: number): Guide[] =>
    linesOf(box, others, axis).filter(
      (line) => (corner.includes(low) && line.at === at) || (corner.includes(high) && line.at === at + size),
    )
  return [...moved('x', 'w', 'e', box.x, box.w), ...moved('y', 'n', 's', box.y, box.h)]
}

// of several, the smallest may not get smaller than its least
function leastOf(boxes: Boxes, whole: Box): { readonly w: number; readonly h: number } {
  if (boxes.size === 1) return LEAST
  const all = [...boxes.values()]
  const kw = Math.min(1, LEAST.w / Math.min(...all.map((box) => box.w)))
  const kh = Math.min(1, LEAST.h / Math.min(...all.map((box) => box.h)))
  return { w: whole.w * kw, h: whole.h * kh }
}

/** Words never stand over the edge: what is made narrower grows as high as they need. */
function holding(scene: Scene, id: ItemId, box: Box, corner: Corner): Box {
  const item = scene.items.get(id)?.item
  if (!item?.place) return box
  const { h } = itemBox({ ...item, place: { ...item.place, ...box } } as typeof item, scene.board)
  return h <= box.h ? box : { ...box, h, y: corner.includes('n') ? box.y + box.h - h : box.y }
}

function rounded({ x, y, w, h }: Box): Box {
  return { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) }
}

function sizeCommands(scene: Scene, now: Boxes): Record<string, unknown>[] {
  return moveCommands(scene, now, false)
}
