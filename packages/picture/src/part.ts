import { type BoardSnapshot, type Item, type ItemId, itemType } from '@second-story/board'

/** A part of a board: a frame with what lies in it, or things that somebody chose, each with what lies in it. */
export type Part = Iterable<ItemId>

/** Those and everything that lies in them, however deep. */
export function partOfBoard(board: BoardSnapshot, part: Part): ReadonlySet<ItemId> {
  const chosen = new Set(part)
  const known = new Map<ItemId, boolean>()
  const isIn = (item: Item): boolean => {
    const path: ItemId[] = []
    let found = false
    for (
      let at: Item | undefined = item;
      at;
      at = at.place?.parent ? board.items.get(at.place.parent) : undefined
    ) {
      const was = known.get(at.id)
      if (was !== undefined || chosen.has(at.id)) {
        found = was ?? true
        break
      }
      path.push(at.id)
    }
    for (const id of path) known.set(id, found)
    return found
  }
  const out = new Set<ItemId>()
  for (const item of board.items.values()) if (isIn(item)) out.add(item.id)
  return out
}

/** What a part is called in a picture of it: the name of what holds it, or how many things it is. */
export function partName(board: BoardSnapshot, part: Part): string {
  const ids = [...part]
  const [only] = ids
  const item = ids.length === 1 && only ? board.items.get(only) : undefined
  if (!item) return `${ids.length} things`
  const words = 'name' in item ? item.name : item.text
  const line = words.trim().split('\n', 1)[0] ?? ''
  return line || (item.type === 'plain' ? 'a card' : `a ${itemType(item.type).noun}`)
}
