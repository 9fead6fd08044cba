import { deletedAt, itemsOf } from '@second-story/board'
import { documentOf } from '@second-story/sync'
import * as Y from 'yjs'

/** What a board's card says of how much is on it. */
export interface ItemCounts {
  readonly components: number
  readonly factors: number
  readonly events: number
}

/** Counts what lies on a layer: its updates, oldest first. */
export function countStored(updates: readonly Uint8Array[]): ItemCounts {
  const counts = { components: 0, factors: 0, events: 0 }
  for (const item of itemsOf(documentOf(updates)).values()) {
    if (!(item instanceof Y.Map) || deletedAt(item) !== null) continue
    const type = item.get('type')
    if (type === 'component') counts.components++
    else if (type === 'factor') counts.factors++
    else if (type === 'event') counts.events++
  }
  return counts
}
