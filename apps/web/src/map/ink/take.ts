import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { type InkMode, useInk } from './ink-state.ts'

/** Takes the Pen in hand, to draw with that; false where this person may not write. */
export function takeInk(session: Pick<BoardSession, 'mayWrite'>, mode: InkMode): boolean {
  if (!session.mayWrite()) return false
  useInk.getState().set({ mode })
  useBoardUi.getState().set({ tool: 'pen', kept: null })
  return true
}
