import type { BoardSnapshot, Frame, ItemId, RelationId } from '@second-story/board'
import { partOfBoard } from '@second-story/picture'
import { inReadingOrder } from '../../outline/order.ts'

/** The frames of a board as they are presented: as one reads a page. */
export function framesOf(board: BoardSnapshot): readonly Frame[] {
  const frames = [...board.items.values()].filter(
    (item): item is Frame => item.type === 'frame' && item.place !== null && item.layer === 'common',
  )
  return inReadingOrder(frames)
}

/** The frame that people stand on, if it is one. */
export function frameAt(board: BoardSnapshot, id: ItemId | null): Frame | null {
  const item = id === null ? undefined : board.items.get(id)
  return item?.type === 'frame' && item.place ? item : null
}

/** What is bright while a frame is presented: it, what lies in it, and the arrows between. */
export function litInFrame(
  board: BoardSnapshot,
  id: ItemId,
): { readonly items: ReadonlySet<ItemId>; readonly relations: ReadonlySet<RelationId> } {
  const items = partOfBoard(board, [id])
  const relations = new Set<RelationId>()
  for (const { id: relation, from, to } of board.relations.values())
    if (items.has(from) && items.has(to)) relations.add(relation)
  return { items, relations }
}
