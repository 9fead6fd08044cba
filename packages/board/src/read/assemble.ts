import type * as Y from 'yjs'
import { type Conduct, readConduct } from '../conduct.ts'
import { metaOf, proseOf } from '../document/roots.ts'
import { SCHEMA_VERSION } from '../document/schema-version.ts'
import type { ItemId, RelationId } from '../ids.ts'
import { layerRank } from '../layers.ts'
import type { ProseBlock } from '../prose/blocks.ts'
import { readProse } from '../prose/read-prose.ts'
import type { BoardSnapshot, Item, Place, Relation } from '../snapshot.ts'
import { absolutePlaces } from './absolute-places.ts'
import { type LayerReader, samePlace } from './layer-reader.ts'

/**
 * Puts the layers together into one board. The same id in two layers: the more public one is read. Relations to
 * something missing or deleted are left out. Whatever did not change since `before` keeps its identity.
 */
export function assemble(layers: readonly LayerReader[], before: BoardSnapshot | null): BoardSnapshot {
  const ordered = [...layers].sort((a, b) => layerRank(a.layer) - layerRank(b.layer))
  const raw = new Map<ItemId, Item>()
  const relative = new Map<ItemId, Place>()
  for (const layer of ordered) {
    for (const [id, item] of layer.items) if (!raw.has(id)) raw.set(id, item)
    for (const [id, place] of layer.places) if (!relative.has(id)) relative.set(id, place)
  }
  const places = absolutePlaces(relative)
  const items = new Map<ItemId, Item>()
  const deleted = new Map<ItemId, Item>()
  for (const [id, item] of raw) {
    const placed = withPlace(item, places.get(id) ?? null, before?.items.get(id) ?? before?.deleted.get(id))
    if (item.deleted === null) items.set(id, placed)
    else deleted.set(id, placed)
  }
  const relations = new Map<RelationId, Relation>()
  for (const layer of ordered) {
    for (const [id, relation] of layer.relations) {
      if (relation.deleted !== null || relations.has(id)) continue
      if (items.has(relation.from) && items.has(relation.to)) relations.set(id, relation)
    }
  }
  const conduct = conductOf(ordered, before?.conduct)
  return { conduct, items, relations, deleted, prose: proseFrom(ordered), newer: isNewer(ordered, conduct) }
}

const SOURCE = new WeakMap<Item, Item>()

/** The item with its absolute place; the former object where neither changed. */
function withPlace(item: Item, place: Place | null, former: Item | undefined): Item {
  if (former && SOURCE.get(former) === item) {
    if (former.place === place || (former.place && place && samePlace(former.place, place))) return former
  }
  const placed = { ...item, place } as Item
  SOURCE.set(placed, item)
  return placed
}

function conductOf(layers: readonly LayerReader[], former: Conduct | undefined): Conduct {
  const doc = layers.find((layer) => layer.layer === 'conduct')?.doc
  const conduct = readConduct(doc ? metaOf(doc) : undefined)
  return former && JSON.stringify(former) === JSON.stringify(conduct) ? former : conduct
}

function proseFrom(layers: readonly LayerReader[]): ReadonlyMap<string, readonly ProseBlock[]> {
  const doc = layers.find((layer) => layer.layer === 'common')?.doc
  const out = new Map<string, readonly ProseBlock[]>()
  if (!doc) return out
  for (const [section, fragment] of proseOf(doc)) {
    const blocks = readProse(fragment as Y.XmlFragment)
    if (blocks) out.set(section, blocks)
  }
  return out
}

function isNewer(layers: readonly LayerReader[], conduct: Conduct): boolean {
  if (conduct.schema > SCHEMA_VERSION) return true
  return layers.some((layer) => {
    const schema = metaOf(layer.doc).get('schema')
    return typeof schema === 'number' && schema > SCHEMA_VERSION
  })
}
