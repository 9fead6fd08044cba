import * as Y from 'yjs'
import type { LayerName } from '../layers.ts'

/** The root names of a layer's document; nothing else is allowed at the root (DESIGN section 3). */
export const ROOTS = ['items', 'places', 'relations', 'strokes', 'prose', 'meta'] as const

/** The documents that a reader holds, by layer; only those it may read are there. */
export type LayerDocs = ReadonlyMap<LayerName, Y.Doc>

export function itemsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('items')
}

export function placesOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('places')
}

export function relationsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('relations')
}

/** id -> bytes (`strokes/pack.ts`) */
export function strokesOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('strokes')
}

export function proseOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('prose')
}

export function metaOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('meta')
}

/** The item's own map in a layer, or undefined where there is none. */
export function itemMap(doc: Y.Doc, id: string): Y.Map<unknown> | undefined {
  const found = itemsOf(doc).get(id)
  return found instanceof Y.Map ? found : undefined
}

export function relationMap(doc: Y.Doc, id: string): Y.Map<unknown> | undefined {
  const found = relationsOf(doc).get(id)
  return found instanceof Y.Map ? found : undefined
}
