import * as Y from 'yjs'
import { deletedAt } from '../document/deleted.ts'
import { itemMap, itemsOf, placesOf, proseOf, relationsOf, strokesOf } from '../document/roots.ts'
import { isId } from '../ids.ts'
import { unpackStroke } from '../strokes/pack.ts'

/** The roots of `common` that versions and replay are made of. */
export type SharedRoot = 'items' | 'places' | 'relations' | 'strokes' | 'prose'

/** One thing on a board, by where it stands: `items/<id>`. */
export type EntryKey = `${SharedRoot}/${string}`

/**
 * Everything on a board that can be seen, entry by entry. What was deleted is left out, so that a version holds no word that
 * somebody had taken back; of places also those of deleted parents, which what lies in them is measured from.
 */
export function* sharedEntries(doc: Y.Doc): Generator<readonly [SharedRoot, string, unknown]> {
  const visible = (id: unknown): id is string => {
    const map = isId(id) ? itemMap(doc, id) : undefined
    return map !== undefined && deletedAt(map) === null
  }
  const placed = new Set<string>()
  for (const [id, map] of itemsOf(doc)) {
    if (!visible(id)) continue
    yield ['items', id, map]
    markPlaces(doc, id, placed)
  }
  for (const id of placed) yield ['places', id, placesOf(doc).get(id)]
  for (const [id, map] of relationsOf(doc)) {
    if (!isId(id) || !(map instanceof Y.Map) || deletedAt(map) !== null) continue
    if (visible(map.get('from')) && visible(map.get('to'))) yield ['relations', id, map]
  }
  for (const [id, packed] of strokesOf(doc))
    if (isId(id) && unpackStroke(packed)) yield ['strokes', id, packed]
  for (const [section, fragment] of proseOf(doc))
    if (fragment instanceof Y.XmlFragment) yield ['prose', section, fragment]
}

/** The item's place and those of all that it lies in. */
function markPlaces(doc: Y.Doc, id: string, placed: Set<string>): void {
  const places = placesOf(doc)
  for (let at: unknown = id; isId(at) && places.has(at) && !placed.has(at); ) {
    placed.add(at)
    const place: unknown = places.get(at)
    at = typeof place === 'object' && place !== null ? (place as { parent?: unknown }).parent : null
  }
}

const MARKS = new Set(['deleted', 'undone'])

/** A copy that can be put into another document; the marks of deleting stay behind. Throws on what is nested without end. */
export function copyEntry(root: SharedRoot, value: unknown): unknown {
  if (value instanceof Y.Map && root !== 'prose') {
    const copy = new Y.Map<unknown>()
    for (const [key, one] of value) if (!MARKS.has(key)) copy.set(key, cloned(one))
    return copy
  }
  return cloned(value)
}

function cloned(value: unknown): unknown {
  return value instanceof Y.AbstractType ? value.clone() : value
}

export function rootOf(doc: Y.Doc, root: SharedRoot): Y.Map<unknown> {
  return doc.getMap(root)
}

/** `items/<id>` -> its parts; null where it is no such key. */
export function splitKey(key: string): readonly [SharedRoot, string] | null {
  const at = key.indexOf('/')
  const root = key.slice(0, at)
  return root === 'items' ||
    root === 'places' ||
    root === 'relations' ||
    root === 'strokes' ||
    root === 'prose'
    ? [root, key.slice(at + 1)]
    : null
}
