import { announce } from '../../aloud/announce.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { currentStage } from '../stage/current-stage.ts'
import { moveCommands, topsOf } from './move.ts'
import { isPinned } from './pin.ts'

/** Makes all that is selected as wide and high as the largest of it, so that no words are cut; false for fewer than two. */
export function sameSize(session: BoardSession): boolean {
  const scene = currentStage.get()?.scene
  if (!scene) return false
  const all = topsOf(scene, useBoardUi.getState().items).flatMap((id) => scene.items.get(id) ?? [])
  if (all.length < 2) return false
  const w = Math.max(...all.map((one) => one.w))
  const h = Math.max(...all.map((one) => one.h))
  const boxes = all.flatMap(({ id, x, y }) => (isPinned(scene, id) ? [] : [[id, { x, y, w, h }] as const]))
  if (session.do(moveCommands(scene, new Map(boxes), false)).ok) announce(`${all.length} things, one size.`)
  return true
}
