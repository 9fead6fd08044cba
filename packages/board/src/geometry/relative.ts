import type { BoardSnapshot, Place } from '../snapshot.ts'

/** An absolute place as it is stored: relative to its parent's corner. */
export function relativePlace(board: BoardSnapshot, place: Place): Place {
  const parent = place.parent ? (board.items.get(place.parent) ?? board.deleted.get(place.parent)) : undefined
  if (!parent?.place) return { ...place, parent: null }
  return { ...place, x: place.x - parent.place.x, y: place.y - parent.place.y }
}
