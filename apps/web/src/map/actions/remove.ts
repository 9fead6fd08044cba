import type { ItemId, RelationId } from '@second-story/board'
import { announce } from '../../aloud/announce.ts'
import { sayRelation } from '../../aloud/say-relation.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import { nameOf } from '../../outline/item-words.ts'
import type { BoardSession } from '../../session/board-session.ts'

/** Deletes what is selected; what lay in a deleted boundary stays where it is. False when nothing is selected. */
export function removeSelected(session: BoardSession): boolean {
  const ui = useBoardUi.getState()
  const board = session.live.snapshot
  const items = [...ui.items].filter((id) => board.items.has(id))
  const relations = [...ui.relations].filter((id) => board.relations.has(id))
  const strokes = [...ui.strokes].filter((id) => board.strokes.has(id))
  if (items.length + relations.length + strokes.length === 0) return false
  const commands = [
    ...(items.length > 0 ? [{ do: 'remove', ids: items }] : []),
    ...(relations.length > 0 ? [{ do: 'disconnect', ids: relations }] : []),
    ...(strokes.length > 0 ? [{ do: 'erase', ids: strokes }] : []),
  ]
  const [item, relation] = [
    board.items.get(items[0] as ItemId),
    board.relations.get(relations[0] as RelationId),
  ]
  const one = item ? nameOf(item) : relation ? sayRelation(board, relation) : 'a line'
  const count = items.length + relations.length + strokes.length
  if (!session.do(commands).ok) return true
  ui.select([])
  announce(count === 1 ? `Deleted ${one}.` : `Deleted ${count} things.`)
  return true
}
