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
  const resolve = (id: ItemId, place: Place): Place => {
    const done = out.get(id)
    if (done) return done
    const parentId = cut.has(id) ? null : place.parent
    const parentPlace = parentId === null ? undefined : relative.get(parentId)
    let absolute: Place = parentPlace ? place : { ...place, parent: null }
    if (parentId !== null && parentPlace) {
      const base = resolve(parentId, parentPlace)
      absolute = { ...place, x: base.x + place.x, y: base.y + place.y }
    }
    out.set(id, absolute)
    return absolute
  }
  for (const [id, place] of relative) resolve(id, place)
  return out
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
