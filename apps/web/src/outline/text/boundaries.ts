import { type BoardSnapshot, type Item, type ItemId, layerRank } from '@second-story/board'
import { inReadingOrder } from '../order.ts'

/** The nearest boundary round an item; null where there is none. One that was deleted is looked through. */
export function boundaryIdOf(board: BoardSnapshot, item: Item): ItemId | null {
  const seen = new Set<ItemId>([item.id])
  let at = item.place?.parent ?? null
  while (at !== null && !seen.has(at)) {
    seen.add(at)
    const holder = board.items.get(at)
    if (holder?.type === 'boundary' && holder.revealed === null) return holder.id
    at = (holder ?? board.deleted.get(at))?.place?.parent ?? null
  }
  return null
}

/** Boundaries in the order of their headings, each before those that lie in it. */
export function boundariesInOrder(board: BoardSnapshot): readonly ItemId[] {
  const inside = new Map<ItemId | null, Item[]>()
  for (const item of board.items.values()) {
    if (item.type !== 'boundary' || item.revealed !== null) continue
    const key = boundaryIdOf(board, item)
    inside.set(key, [...(inside.get(key) ?? []), item])
  }
  const walk = (id: ItemId | null): ItemId[] =>
    inReadingOrder(inside.get(id) ?? []).flatMap((one) => [one.id, ...walk(one.id)])
  return walk(null)
}

/** Is it the item itself, or somewhere round it? */
export function isWithin(board: BoardSnapshot, id: ItemId, holder: ItemId): boolean {
  const seen = new Set<ItemId>()
  let at: ItemId | null = id
  while (at !== null && !seen.has(at)) {
    if (at === holder) return true
    seen.add(at)
    at = (board.items.get(at) ?? board.deleted.get(at))?.place?.parent ?? null
  }
  return false
}

/** May the item lie in this boundary? Never in itself, nor in one that fewer people see. */
export function mayLieIn(board: BoardSnapshot, item: Item, boundary: ItemId | null): boolean {
  if (boundary === null) return true
  const holder = board.items.get(boundary)
  if (holder?.type !== 'boundary' || isWithin(board, boundary, item.id)) return false
  return layerRank(holder.layer) <= layerRank(item.layer)
}
