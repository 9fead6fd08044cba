import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'

/** Deletes what is selected; what lay in a deleted boundary stays where it is. False when nothing is selected. */
export function removeSelected(session: BoardSession): boolean {
  const ui = useBoardUi.getState()
  const board = session.live.snapshot
  const items = [...ui.items].filter((id) => board.items.has(id))
  const relations = [...ui.relations].filter((id) => board.relations.has(id))
  if (items.length + relations.length === 0) return false
  const commands = [
    ...(items.length > 0 ? [{ do: 'remove', ids: items }] : []),
    ...(relations.length > 0 ? [{ do: 'disconnect', ids: relations }] : []),
  ]
  if (session.do(commands).ok) ui.select([])
  return true
}
