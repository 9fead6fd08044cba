import * as Y from 'yjs'
import { digestOf } from './digest.ts'
import { untidied } from './untidied.ts'

/** A document with everything that the updates hold; deleted content is let go of. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = untidied(new Y.Doc({ gc: true }))
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** One update that stands for all: overwritten and deleted content is gone from it, the state vector is the same. */
export function fold(updates: readonly Uint8Array[]): Uint8Array {
  const doc = documentOf(updates)
  const snapshot = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return snapshot
}

/**
 * The same in both encodings: V1 to be kept and served on the wire, V2, which is smaller, to be fetched whole. And the digest
 * of V1, with which a room serves it before it has read it.
 */
export function foldBoth(updates: readonly Uint8Array[]): {
  readonly v1: Uint8Array
  readonly v2: Uint8Array
  readonly digest: Uint8Array | null
} {
  const doc = documentOf(updates)
  const v1 = Y.encodeStateAsUpdate(doc)
  const v2 = Y.encodeStateAsUpdateV2(doc)
  doc.destroy()
  return { v1, v2, digest: digestOf(v1) }
}
