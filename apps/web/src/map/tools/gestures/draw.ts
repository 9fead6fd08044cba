import { toolDone } from '../../../board/tool-done.ts'
import { makeAround } from '../../actions/make-around.ts'
import { between, type Point } from '../../geometry/box.ts'
import { snap } from '../../geometry/snap.ts'
import type { GestureOf } from '../gesture.ts'
import type { Hand } from '../hand.ts'

/** Anything smaller was a slip of the hand. */
const LEAST = 40

/** A boundary or frame as large as it was pulled. */
export function finishDraw({ session, stage }: Hand, gesture: GestureOf<'draw'>, at: Point): void {
  toolDone()
  const box = between(gesture.from, at)
  if (box.w < LEAST || box.h < LEAST) return
  const exact = { x: snap(box.x), y: snap(box.y), w: snap(box.w), h: snap(box.h) }
  makeAround(session, stage.scene, gesture.type, exact)
}
