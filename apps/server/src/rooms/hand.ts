import { documentOf } from '@second-story/sync'
import * as Y from 'yjs'

/**
 * The server's own hand on one layer (SPEC.md rule 14): the document, built when first needed and kept until quiet, and the
 * Yjs client it writes under.
 */
export class Hand {
  readonly doc: Y.Doc
  readonly heldUntil: number
  /** additions up to this number are in the document, whether on disk or not */
  includes: number

  constructor(updates: readonly Uint8Array[], client: number, heldUntil: number, includes: number) {
    this.doc = documentOf(updates)
    // after building: Yjs gives a document a new client when it hears its own from elsewhere
    this.doc.clientID = client
    this.heldUntil = heldUntil
    this.includes = includes
  }

  /** Takes what others wrote, once it is on disk. */
  apply(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'stored')
  }

  destroy(): void {
    this.doc.destroy()
  }
}

/**
 * Runs `change` in one transaction over several documents; returns its result and what it wrote to each, null for nothing.
 * When it throws, the documents may be half changed and must be thrown away.
 */
export function writeDown<T>(
  docs: readonly Y.Doc[],
  change: () => T,
): { result: T; updates: (Uint8Array | null)[] } {
  const written: Uint8Array[][] = docs.map(() => [])
  const listeners = docs.map((doc, i) => {
    const listener = (update: Uint8Array): void => {
      written[i]?.push(update)
    }
    doc.on('update', listener)
    return () => doc.off('update', listener)
  })
  try {
    const inAll = docs.reduceRight<() => T>((inner, doc) => () => Y.transact(doc, inner, 'hand'), change)
    const result = inAll()
    return {
      result,
      updates: written.map((updates) => (updates.length === 0 ? null : Y.mergeUpdates(updates))),
    }
  } finally {
    for (const stop of listeners) stop()
  }
}
