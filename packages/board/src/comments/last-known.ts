import type * as Y from 'yjs'
import { itemMap, placesOf } from '../document/roots.ts'
import { type ItemId, isId } from '../ids.ts'
import { isItemTypeName, itemType } from '../items/catalogue.ts'
import { readItem } from '../read/read-item.ts'
import { readPlace } from '../read/read-place.ts'
import type { Place } from '../snapshot.ts'
import type { Pinned } from './comment.ts'
import { shortName } from './thread.ts'

const PLAIN_SIZE = { w: 168, h: 56 }
/** deeper than anybody nests; circles end here too */
const DEEPEST = 64

/**
 * An item of `common`, deleted ones too, as a thread remembers it: read from its own map and the places it lies in, not from the
 * whole board. Null where the document knows nothing of that id.
 */
export function lastKnown(common: Y.Doc, id: string): Pinned | null {
  const map = isId(id) ? itemMap(common, id) : undefined
  if (!map) return null
  const item = readItem(id as ItemId, map, 'common')
  return { item: item.id, name: shortName(item), place: cornerOf(common, item.id, item.type) }
}

function cornerOf(common: Y.Doc, id: ItemId, type: string): { x: number; y: number } | null {
  const placed = (of: string, size = PLAIN_SIZE): Place | null => readPlace(placesOf(common).get(of), size)
  const own = placed(id, isItemTypeName(type) ? itemType(type).size : PLAIN_SIZE)
  if (!own) return null
  let x = own.x + own.w
  let y = own.y
  let parent = own.parent
  for (let deep = 0; parent !== null && deep < DEEPEST; deep++) {
    const holder = placed(parent)
    if (!holder) break
    x += holder.x
    y += holder.y
    parent = holder.parent
  }
  return { x, y }
}
