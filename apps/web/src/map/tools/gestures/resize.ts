import type { ItemId } from '@second-story/board'
import { moveCommands } from '../../actions/move.ts'
import { type Box, bare, type Point } from '../../geometry/box.ts'
import { resized } from '../../geometry/resize.ts'
import type { Hit } from '../../scene/hit.ts'
import { AT_REST, type Gesture, type GestureOf } from '../gesture.ts'
import type { Hand } from '../hand.ts'
import { Stroke } from '../stroke.ts'
import { showDrag } from './show-drag.ts'

type Resize = GestureOf<'resize'>

/** Nothing is made smaller than this, in canvas units. */
const LEAST = { w: 48, h: 24 }

export function beginResize(
  hand: Hand,
  hit: Extract<Hit, { on: 'handle' }>,
  from: Point,
  now: number,
): Gesture {
  const one = hand.stage.scene.items.get(hit.id)
  if (!one) return AT_REST
  const box = bare(one)
  const stroke = new Stroke(hand.session, now)
  return { kind: 'resize', id: hit.id, corner: hit.corner, from, box, now: box, stroke }
}

/** Alt takes it off the grid. */
export function stretch(hand: Hand, gesture: Resize, at: Point, event: PointerEvent): Resize {
  const by = { x: at.x - gesture.from.x, y: at.y - gesture.from.y }
  const now = resized(gesture.box, gesture.corner, by, LEAST, event.altKey)
  hand.stage.hold(new Map([[gesture.id, now]]))
  showDrag(hand, new Map([[gesture.id, now]]), true)
  gesture.stroke.follow(event.timeStamp, () => sizeCommands(hand, gesture.id, now))
  return { ...gesture, now }
}

export function dropResize(hand: Hand, gesture: Resize): void {
  gesture.stroke.rest(sizeCommands(hand, gesture.id, gesture.now))
  hand.letGo([gesture.id])
}

export function giveUpResize(hand: Hand, gesture: Resize): void {
  gesture.stroke.giveUp()
  hand.letGo([gesture.id])
}

function sizeCommands({ stage }: Hand, id: ItemId, box: Box): Record<string, unknown>[] {
  return moveCommands(stage.scene, new Map([[id, box]]), false)
}
