import type { BoardSnapshot, ItemId } from '@second-story/board'

/** What is selected and all that lies in it; null where nothing is: the whole board. */
export function chosenOf(board: BoardSnapshot, selected: ReadonlySet<ItemId>): ReadonlySet<ItemId> | null {
  if (selected.size === 0) return null
  const chosen = new Set<ItemId>()
  for (const item of board.items.values()) {
    const path = new Set<ItemId>()
    let at: ItemId | null = item.id
    while (at !== null && !path.has(at) && !selected.has(at)) {
      path.add(at)
      at = board.items.get(at)?.place?.parent ?? null
    }
    if (at !== null && selected.has(at)) chosen.add(item.id)
  }
  return chosen
}
