import type { ItemId } from '@second-story/board'
import { useBoardUi } from '../../../board/board-ui.ts'
import { isPinned } from '../../actions/pin.ts'
import type { Point } from '../../geometry/box.ts'
import { AT_REST, type Gesture, type GestureOf } from '../gesture.ts'
import type { Hand } from '../hand.ts'
import { beginLink } from './link.ts'
import { beginLasso, beginMarquee } from './marquee.ts'
import { beginMove, beginMoveInk } from './move.ts'
import { beginResize } from './resize.ts'

/** A press became a drag: what kind is decided by the tool in hand and by what was pressed. `now` in ms. */
export function beginDrag(hand: Hand, press: GestureOf<'press'>, at: Point, now: number): Gesture {
  const { tool, items } = useBoardUi.getState()
  const { hit } = press
  const may = hand.session.mayWrite()
  if (may && tool === 'arrow') return hit.on === 'item' ? beginLink([hit.id], at, true) : AT_REST
  if (may && (tool === 'boundary' || tool === 'frame'))
    return { kind: 'draw', type: tool, from: press.at, to: at }
  if (tool === 'lasso') return beginLasso(press, at)
  switch (hit.on) {
    case 'knob':
      return beginLink([hit.id], at, true)
    case 'handle':
      return beginResize(hand, hit.corner, press.at, now)
    case 'end':
      return { kind: 'reattach', id: hit.id, end: hit.end, to: at, over: null }
    case 'item':
      return may && holds(hand, hit.id) ? beginMove(hand, hit.id, press, now) : beginSpan(press, at)
    case 'inside':
      return may && items.has(hit.id) && !press.shift
        ? beginMove(hand, hit.id, press, now)
        : beginSpan(press, at)
    case 'stroke':
      return may ? beginMoveInk(hand, hit.id, press, now) : beginSpan(press, at)
    case 'arrow':
    case 'ground':
      return beginSpan(press, at)
  }
}

/** Alt draws a line round instead of a frame. */
function beginSpan(press: GestureOf<'press'>, at: Point): Gesture {
  return press.alt ? beginLasso(press, at) : beginMarquee(press, at)
}

/** What is pinned and not in hand is as the ground: a marquee begins on it. */
function holds({ stage }: Hand, id: ItemId): boolean {
  return useBoardUi.getState().items.has(id) || !isPinned(stage.scene, id)
}
