import { type Conduct, readConduct } from '../conduct.ts'
import { metaOf } from '../document/roots.ts'
import { SCHEMA_VERSION } from '../document/schema-version.ts'
import type { ItemId, RelationId } from '../ids.ts'
import { layerRank } from '../layers.ts'
import type { BoardSnapshot, Item, Place, Relation } from '../snapshot.ts'
import { absolutePlaces } from './absolute-places.ts'
import { type LayerReader, samePlace } from './layer-reader.ts'
import { strokesIn } from './strokes-in.ts'

/** One layer as values: read from its document, or put together from the steps of a replay. */
export type LayerValues = Pick<
  LayerReader,
  'layer' | 'items' | 'places' | 'relations' | 'strokes' | 'prose'
> & {
  readonly doc: LayerReader['doc'] | undefined
  readonly comments?: LayerReader['comments']
}

/**
 * Puts the layers together into one board. The same id in two layers: the more public one is read. Relations to
 * something missing or deleted are left out. Whatever did not change since `before` keeps its identity.
 */
export function assemble(layers: readonly LayerValues[], before: BoardSnapshot | null): BoardSnapshot {
  const ordered = [...layers].sort((a, b) => layerRank(a.layer) - layerRank(b.layer))
  const raw = new Map<ItemId, Item>()
  const relative = new Map<ItemId, Place>()
  const rank = new Map<ItemId, number>()
  for (const layer of ordered) {
    for (const [id, item] of layer.items) if (!raw.has(id)) raw.set(id, item)
    for (const [id, place] of layer.places) {
      // an item that a more public layer holds lies where that layer says, or nowhere
      if (relative.has(id) || (raw.get(id)?.layer ?? layer.layer) !== layer.layer) continue
      relative.set(id, place)
      rank.set(id, layerRank(layer.layer))
    }
  }
  for (const [id, place] of relative) {
    // a parent that not all readers of the child can read would put it elsewhere for some of them
    const parentRank = place.parent === null ? undefined : rank.get(place.parent)
    if (parentRank !== undefined && parentRank > (rank.get(id) ?? 0))
      relative.set(id, { ...place, parent: null })
  }
  const places = absolutePlaces(relative)
  const items = new Map<ItemId, Item>()
  const deleted = new Map<ItemId, Item>()
  for (const [id, item] of raw) {
    const placed = withPlace(item, places.get(id) ?? null, before?.items.get(id) ?? before?.deleted.get(id))
    if (item.deleted === null) items.set(id, placed)
    else deleted.set(id, placed)
  }
  const conduct = conductOf(ordered, before?.conduct)
  return Object.freeze({
    conduct,
    items,
    relations: relationsOf(ordered, items),
    strokes: strokesIn(ordered, before?.strokes),
    deleted,
    prose: ordered.find((layer) => layer.layer === 'common')?.prose ?? NO_PROSE,
    comments: ordered.find((layer) => layer.layer === 'conduct')?.comments ?? NO_COMMENTS,
    // the server's word alone: anybody could write a number into the `meta` of a layer that they may write
    newer: conduct.schema > SCHEMA_VERSION,
  })
}

const NO_COMMENTS: BoardSnapshot['comments'] = new Map()
const NO_PROSE: BoardSnapshot['prose'] = new Map()

function relationsOf(
  ordered: readonly LayerValues[],
  items: ReadonlyMap<ItemId, Item>,
): ReadonlyMap<RelationId, Relation> {
  const out = new Map<RelationId, Relation>()
  const seen = new Set<RelationId>()
  for (const layer of ordered) {
    for (const [id, relation] of layer.relations) {
      if (seen.has(id)) continue
      seen.add(id)
      if (relation.deleted === null && items.has(relation.from) && items.has(relation.to))
        out.set(id, relation)
    }
  }
  return out
}

const SOURCE = new WeakMap<Item, Item>()

/** The item with its absolute place; the former object where neither changed. */
function withPlace(item: Item, place: Place | null, former: Item | undefined): Item {
  if (former && SOURCE.get(former) === item) {
    if (former.place === place || (former.place && place && samePlace(former.place, place))) return former
  }
  const placed = Object.freeze({ ...item, place }) as Item
  SOURCE.set(placed, item)
  return placed
}

function conductOf(layers: readonly LayerValues[], former: Conduct | undefined): Conduct {
  const doc = layers.find((layer) => layer.layer === 'conduct')?.doc
  const conduct = readConduct(doc ? metaOf(doc) : undefined)
  return former && JSON.stringify(former) === JSON.stringify(conduct) ? former : conduct
}
