import type { BoardSnapshot, ItemId, RelationId } from '@second-story/board'

/** What one event lights on the map: itself, what it is about, what is joined to it, and the lines between. */
export interface Lit {
  readonly items: ReadonlySet<ItemId>
  readonly relations: ReadonlySet<RelationId>
}

const NOTHING: Lit = { items: new Set(), relations: new Set() }

/**
 * What lights up when people stand on an event: its components, the factors joined to it either way and the
 * components of these factors, so that the place in the system shows even where only a factor names it.
 */
export function litBy(board: BoardSnapshot, event: ItemId | null): Lit {
  if (event === null || board.items.get(event)?.type !== 'event') return NOTHING
  const items = new Set<ItemId>([event])
  const relations = new Set<RelationId>()
  const factors = new Set<ItemId>()
  for (const { id, from, to } of board.relations.values()) {
    if (from !== event && to !== event) continue
    const other = from === event ? to : from
    items.add(other)
    relations.add(id)
    if (board.items.get(other)?.type === 'factor') factors.add(other)
  }
  for (const { id, from, to, kind } of board.relations.values()) {
    if (kind !== 'about' || !factors.has(from)) continue
    items.add(to)
    relations.add(id)
  }
  return { items, relations }
}
