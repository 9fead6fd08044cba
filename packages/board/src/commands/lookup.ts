import type * as Y from 'yjs'
import { itemMap, relationMap } from '../document/roots.ts'
import type { ItemId } from '../ids.ts'
import { type ItemTypeName, isItemTypeName } from '../items/catalogue.ts'
import { type LayerName, layerRank } from '../layers.ts'
import type { BoardSnapshot, Item } from '../snapshot.ts'
import type { Refusal, Writing } from './define.ts'

interface Found {
  readonly layer: LayerName
  readonly map: Y.Map<unknown>
}

function byRank(at: Writing): [LayerName, Y.Doc][] {
  return [...at.docs].sort(([a], [b]) => layerRank(a) - layerRank(b))
}

/** The item in the most public layer that holds it. */
export function findItem(at: Writing, id: string): Found | null {
  for (const [layer, doc] of byRank(at)) {
    const map = itemMap(doc, id)
    if (map) return { layer, map }
  }
  return null
}

export function findRelation(at: Writing, id: string): Found | null {
  for (const [layer, doc] of byRank(at)) {
    const map = relationMap(doc, id)
    if (map) return { layer, map }
  }
  return null
}

/** The layer that holds the item, or will hold it once the batch is applied. */
export function layerOfItem(at: Writing, id: string): LayerName | null {
  return findItem(at, id)?.layer ?? at.coming.get(id) ?? null
}

export function typeOf(map: Y.Map<unknown>): ItemTypeName | null {
  const type = map.get('type')
  return isItemTypeName(type) ? type : null
}

export function unknownItem(id: string): Refusal {
  return { id: 'unknown-item', message: `There is nothing with the id ${id} on this board.` }
}

export function unknownRelation(id: string): Refusal {
  return { id: 'unknown-relation', message: `There is no arrow with the id ${id} on this board.` }
}

export function noLayer(layer: string): Refusal {
  return { id: 'no-layer', message: `You cannot write to ${layer} on this board.` }
}

/** The item, deleted or not. */
export function itemIn(board: BoardSnapshot, id: string): Item | undefined {
  return board.items.get(id as ItemId) ?? board.deleted.get(id as ItemId)
}

/** The words by which people know an item: its name or the first line of its text. */
export function nameIn(board: BoardSnapshot, id: string): string {
  const item = itemIn(board, id)
  if (!item) return 'something'
  const words = 'name' in item ? item.name : item.text
  const line = words.trim().split('\n', 1)[0] ?? ''
  if (line === '') return `a ${item.type === 'plain' ? 'card' : item.type}`
  return line.length > 40 ? `“${line.slice(0, 39).trimEnd()}…”` : `“${line}”`
}

/** "“orders”" for one, "3 things" for several. */
export function namesIn(board: BoardSnapshot, ids: readonly string[]): string {
  const [only] = ids
  return ids.length === 1 && only !== undefined ? nameIn(board, only) : `${ids.length} things`
}
