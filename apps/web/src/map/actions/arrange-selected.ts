import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { type Alignment, align, distribute } from '../geometry/arrange.ts'
import { currentStage } from '../stage/current-stage.ts'
import { moveCommands, topsOf } from './move.ts'
import { isPinned } from './pin.ts'

/** Puts the selection in a row, or gives it equal gaps. */
export function arrangeSelected(session: BoardSession, how: Alignment | 'x' | 'y'): void {
  const scene = currentStage.get()?.scene
  if (!scene) return
  const boxes = topsOf(scene, useBoardUi.getState().items).flatMap((id) => {
    const one = scene.items.get(id)
    return one ? [{ id, x: one.x, y: one.y, w: one.w, h: one.h }] : []
  })
  const placed = how === 'x' || how === 'y' ? distribute(boxes, how) : align(boxes, how)
  const rounded = placed
    .map(({ id, ...box }) => [id, { ...box, x: Math.round(box.x), y: Math.round(box.y) }] as const)
    .filter(([id]) => !isPinned(scene, id))
  session.do(moveCommands(scene, new Map(rounded)))
}
