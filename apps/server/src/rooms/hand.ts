import { documentOf } from '@second-story/sync'
import * as Y from 'yjs'

/** A layer's document as the server reads and writes it (SPEC.md rule 14). */
export class Hand {
  readonly doc: Y.Doc
  /** additions up to this number may be in the document, whether on disk or not */
  includes: number

  constructor(updates: readonly Uint8Array[], includes: number) {
    this.doc = documentOf(updates)
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
