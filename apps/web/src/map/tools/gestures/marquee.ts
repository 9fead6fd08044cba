import type { ItemId } from '@second-story/board'
import { useBoardUi } from '../../../board/board-ui.ts'
import { between, encloses, overlaps, type Point } from '../../geometry/box.ts'
import type { GestureOf } from '../gesture.ts'
import type { Hand } from '../hand.ts'

type Marquee = GestureOf<'marquee'>

/** Shift adds to what is selected. */
export function beginMarquee(press: GestureOf<'press'>, at: Point): Marquee {
  const kept = press.shift ? useBoardUi.getState().items : new Set<ItemId>()
  return { kind: 'marquee', from: press.at, to: at, kept }
}

/** Takes what it touches, and boundaries that it holds whole. */
export function spanMarquee({ stage }: Hand, gesture: Marquee, at: Point): Marquee {
  const box = between(gesture.from, at)
  const ids = new Set(gesture.kept)
  for (const one of stage.scene.painted()) {
    if (one.container ? encloses(box, one) : overlaps(one, box)) ids.add(one.id)
  }
  const ui = useBoardUi.getState()
  if (ids.size !== ui.items.size || [...ids].some((id) => !ui.items.has(id))) ui.select(ids)
  return { ...gesture, to: at }
}
