import { documentOf } from '@second-story/sync'
import * as Y from 'yjs'

/** Above so many updates a document that nobody looked at meanwhile is not worth bringing up to date. */
const WAITING_AT_MOST = 500

/**
 * A layer's document as the server reads and writes it (SPEC.md rule 14). What others write meanwhile waits until somebody looks:
 * a document that was built for one command does not follow every letter that is typed afterwards.
 */
export class Hand {
  readonly #doc: Y.Doc
  /** on disk, and not in the document yet */
  #waiting: Uint8Array[] = []
  /** additions up to this number may be in the document, whether on disk or not */
  includes: number

  constructor(updates: readonly Uint8Array[], includes: number) {
    this.#doc = documentOf(updates)
    this.includes = includes
  }

  /** The document, with everything in it that was given to `apply`. */
  get doc(): Y.Doc {
    if (this.#waiting.length > 0) this.#catchUp()
    return this.#doc
  }

  #catchUp(): void {
    const updates = this.#waiting
    this.#waiting = []
    const { clientID } = this.#doc
    for (const update of updates) Y.applyUpdate(this.#doc, update, 'stored')
    // Yjs gives a document a new client when it hears its own from elsewhere: this one is held
    this.#doc.clientID = clientID
  }

  /** Takes what others wrote, once it is on disk; false when that became too much: build a new one when there is need. */
  apply(update: Uint8Array): boolean {
    this.#waiting.push(update)
    return this.#waiting.length <= WAITING_AT_MOST
  }

  destroy(): void {
    this.#waiting = []
    this.#doc.destroy()
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
