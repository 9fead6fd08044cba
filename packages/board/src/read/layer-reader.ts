import type * as Y from 'yjs'
import { type Comment, commentIn } from '../comments/comment.ts'
import {
  itemMap,
  itemsOf,
  placesOf,
  proseOf,
  relationMap,
  relationsOf,
  strokesOf,
} from '../document/roots.ts'
import { type ItemId, isId, type RelationId } from '../ids.ts'
import { isItemTypeName, itemType } from '../items/catalogue.ts'
import type { LayerName } from '../layers.ts'
import type { ProseBlock } from '../prose/blocks.ts'
import { readProse } from '../prose/read-prose.ts'
import type { Item, Place, Relation } from '../snapshot.ts'
import type { Stroke, StrokeId } from '../strokes/stroke.ts'
import { readItem } from './read-item.ts'
import { readPlace } from './read-place.ts'
import { readRelation } from './read-relation.ts'
import { readStroke } from './read-stroke.ts'

const NO_COMMENTS: ReadonlyMap<string, Comment> = new Map()
const PLAIN_SIZE = { w: 168, h: 56 }

/** One layer's document as values, item by item; knows which values are stale and reads only those again. */
export class LayerReader {
  readonly layer: LayerName
  readonly doc: Y.Doc
  readonly items = new Map<ItemId, Item>()
  readonly places = new Map<ItemId, Place>()
  readonly relations = new Map<RelationId, Relation>()
  /** of `conduct` alone, where the server wrote them; a new map whenever one of them changed */
  comments: ReadonlyMap<string, Comment> = NO_COMMENTS
  /** a new map whenever one of them changed */
  strokes: ReadonlyMap<StrokeId, Stroke> = new Map()
  /** section -> blocks; a new map whenever one of them changed */
  prose: ReadonlyMap<string, readonly ProseBlock[]> = new Map()

  constructor(layer: LayerName, doc: Y.Doc) {
    this.layer = layer
    this.doc = doc
    for (const id of itemsOf(doc).keys()) this.readItem(id)
    this.#readComments(itemsOf(doc).keys())
    for (const id of placesOf(doc).keys()) this.readPlace(id)
    for (const id of relationsOf(doc).keys()) this.readRelation(id)
    this.readStrokes(strokesOf(doc).keys())
    this.readProse(proseOf(doc).keys())
  }

  /** Items that changed, and comments, which lie beside them. */
  readItems(ids: ReadonlySet<string>): void {
    for (const id of ids) this.readItem(id)
    this.#readComments(ids)
  }

  #readComments(ids: Iterable<string>): void {
    if (this.layer !== 'conduct') return
    let next: Map<string, Comment> | null = null
    for (const id of ids) {
      const comment = commentIn(this.doc, id)
      if (!comment && !this.comments.has(id)) continue
      next ??= new Map(this.comments)
      if (comment) next.set(id, comment)
      else next.delete(id)
    }
    if (next) this.comments = next
  }

  readStrokes(ids: Iterable<string>): void {
    const next = new Map(this.strokes)
    for (const id of ids) {
      if (!isId(id)) continue
      const stroke = readStroke(id as StrokeId, strokesOf(this.doc).get(id), this.layer)
      if (stroke) next.set(id as StrokeId, stroke)
      else next.delete(id as StrokeId)
    }
    this.strokes = next
  }

  readProse(sections: Iterable<string>): void {
    const next = new Map(this.prose)
    for (const section of sections) {
      const blocks = readProse(proseOf(this.doc).get(section))
      if (blocks) next.set(section, blocks)
      else next.delete(section)
    }
    this.prose = next
  }

  readItem(id: string): void {
    if (!isId(id)) return
    const map = itemMap(this.doc, id)
    if (map) keep(this.items, id as ItemId, readItem(id as ItemId, map, this.layer))
    else this.items.delete(id as ItemId)
    // the usual size depends on the type
    if (placesOf(this.doc).has(id)) this.readPlace(id)
  }

  readPlace(id: string): void {
    if (!isId(id)) return
    const type = this.items.get(id as ItemId)?.type
    const place = readPlace(
      placesOf(this.doc).get(id),
      isItemTypeName(type) ? itemType(type).size : PLAIN_SIZE,
    )
    const known = this.places.get(id as ItemId)
    if (!place) this.places.delete(id as ItemId)
    else if (!known || !samePlace(known, place)) this.places.set(id as ItemId, place)
  }

  readRelation(id: string): void {
    if (!isId(id)) return
    const map = relationMap(this.doc, id)
    const relation = map ? readRelation(id as RelationId, map, this.layer) : null
    if (relation) keep(this.relations, id as RelationId, relation)
    else this.relations.delete(id as RelationId)
  }
}

/** Sets the value unless the one that is there says the same: it keeps its identity. */
function keep<K, V extends object>(map: Map<K, V>, key: K, value: V): void {
  const known = map.get(key)
  if (!known || !sameValues(known, value)) map.set(key, value)
}

function sameValues(a: object, b: object): boolean {
  const values = b as Record<string, unknown>
  const entries = Object.entries(a)
  if (entries.length !== Object.keys(b).length) return false
  return entries.every(([key, one]) => {
    const other = values[key]
    return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other))
  })
}

export function samePlace(a: Place, b: Place): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.w === b.w &&
    a.h === b.h &&
    a.parent === b.parent &&
    a.order === b.order &&
    a.pinned === b.pinned
  )
}
