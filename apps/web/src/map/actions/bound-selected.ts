import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { around, grow } from '../geometry/box.ts'
import { snap } from '../geometry/snap.ts'
import { currentStage } from '../stage/current-stage.ts'
import { makeAround } from './make-around.ts'

/** Draws a boundary round the selection, which then belongs to it; false when nothing is selected. */
export function boundSelected(session: BoardSession): boolean {
  const stage = currentStage.get()
  if (!stage) return false
  const chosen = [...useBoardUi.getState().items].flatMap((id) => stage.scene.items.get(id) ?? [])
  const box = around(chosen)
  if (!box) return false
  const wide = grow(box, 24)
  const x = snap(wide.x)
  const y = snap(wide.y)
  makeAround(session, stage.scene, 'boundary', {
    x,
    y,
    w: snap(wide.x + wide.w + 4) - x,
    h: snap(wide.y + wide.h + 4) - y,
  })
  return true
}
