import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import type { Scene } from '../scene/scene.ts'
import { moveCommands, topsOf } from './move.ts'

/** Moves the selection by canvas units; false when nothing is selected. */
export function nudge(session: BoardSession, scene: Scene, dx: number, dy: number): boolean {
  const ids = topsOf(scene, useBoardUi.getState().items)
  if (ids.length === 0) return false
  const boxes = new Map(
    ids.flatMap((id) => {
      const one = scene.items.get(id)
      return one ? [[id, { x: one.x + dx, y: one.y + dy, w: one.w, h: one.h }] as const] : []
    }),
  )
  session.do(moveCommands(scene, boxes))
  return true
}
