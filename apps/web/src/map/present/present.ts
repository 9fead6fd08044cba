import type { ItemId } from '@second-story/board'
import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { walkTo } from '../../timeline/walk.ts'
import { framesOf } from './frames.ts'

/** Shows frame by frame, from this one or the first. Whoever leads takes everybody along, as along the timeline. */
export function present(session: BoardSession, from?: ItemId): boolean {
  const frames = framesOf(session.live.snapshot)
  const frame = frames.find(({ id }) => id === from) ?? frames[0]
  if (!frame) return false
  useBoardUi.getState().select([])
  walkTo(session, frame.id)
  return true
}

/** So many frames on or back; false at either end. */
export function presentBy(session: BoardSession, step: number): boolean {
  const frames = framesOf(session.live.snapshot)
  const at = frames.findIndex(({ id }) => id === useBoardUi.getState().walking)
  const next = frames[at + step]
  if (at < 0 || !next) return false
  walkTo(session, next.id)
  return true
}

export function endPresenting(session: BoardSession): void {
  walkTo(session, null)
}
