import type { ItemId } from '../ids.ts'
import type { Place } from '../snapshot.ts'

/**
 * Turns places relative to parents into absolute ones. A parent that has no place is ignored. A deleted parent
 * still counts, so that what it held does not jump. A circle of parents is cut by everyone at the same place:
 * the member with the smallest id becomes parentless.
 */
export function absolutePlaces(relative: ReadonlyMap<ItemId, Place>): Map<ItemId, Place> {
  const out = new Map<ItemId, Place>()
  const cut = cutCircles(relative)
  const parentOf = (id: ItemId): ItemId | null => {
    const parent = cut.has(id) ? null : (relative.get(id)?.parent ?? null)
    return parent !== null && relative.has(parent) ? parent : null
  }
  for (const start of relative.keys()) {
    // up to the first that is known, then down again: no recursion, boards may be nested deeper than a stack
    const path: ItemId[] = []
    for (let at: ItemId | null = start; at !== null && !out.has(at); at = parentOf(at)) path.push(at)
    for (let id = path.pop(); id !== undefined; id = path.pop()) {
      const place = relative.get(id)
      const parent = parentOf(id)
      if (place) out.set(id, absolute(place, parent === null ? undefined : out.get(parent)))
    }
  }
  return out
}

function absolute(place: Place, parent: Place | undefined): Place {
  if (parent) return Object.freeze({ ...place, x: parent.x + place.x, y: parent.y + place.y })
  return place.parent === null ? place : Object.freeze({ ...place, parent: null })
}

/** The ids at which circles of parents are cut: the smallest id of each circle. */
function cutCircles(relative: ReadonlyMap<ItemId, Place>): Set<ItemId> {
  const cut = new Set<ItemId>()
  const state = new Map<ItemId, 'open' | 'done'>()
  for (const start of relative.keys()) {
    const path: ItemId[] = []
    let at: ItemId | null = start
    while (at !== null && !state.has(at)) {
      state.set(at, 'open')
      path.push(at)
      at = relative.get(at)?.parent ?? null
    }
    if (at !== null && state.get(at) === 'open') {
      const circle = path.slice(path.indexOf(at))
      cut.add(circle.reduce((least, id) => (id < least ? id : least)))
    }
    for (const id of path) state.set(id, 'done')
  }
  return cut
}
