import * as Y from 'yjs'
import { documentOf } from '../document/fold.ts'
import { Broken } from './broken.ts'
import type { Truth } from './truth.ts'

/** How long a leased client is held, as the server's keeper has it. */
export const LEASE_MS = 10 * 60_000

/** A client that nobody writes under. */
const NOBODY = 2 ** 31

interface Written {
  /** additions that must be stored before it is answered */
  readonly needs: number
  readonly client: number
  readonly clock: number
  readonly value: string
}

/** The server's own hand on one layer of one node: its document is built when needed. */
export class Hand {
  #doc: Y.Doc | null = null
  #held: { readonly client: number; readonly until: number } | null = null
  #written: Written[] = []

  /** True when its client is held for long enough. */
  mayWrite(now: number): boolean {
    return this.#held !== null && this.#held.until - now >= LEASE_MS / 2
  }

  hold(client: number, until: number): void {
    this.#held = { client, until }
    this.#takeClient()
  }

  /** After building: Yjs gives a document a new client when it hears its own from elsewhere. */
  #takeClient(): void {
    if (this.#doc !== null && this.#held !== null) this.#doc.clientID = this.#held.client
  }

  /** Writes one value; returns the update. */
  write(updates: readonly Uint8Array[], key: string, value: string): Uint8Array {
    if (this.#doc === null) {
      this.#doc = documentOf(updates)
      this.#takeClient()
    }
    const doc = this.#doc
    const before = Y.encodeStateVector(doc)
    doc.getMap('items').set(key, value)
    return Y.encodeStateAsUpdate(doc, before)
  }

  /** What it wrote will be answered when so many additions are stored. */
  wrote(needs: number, value: string): void {
    const doc = this.#doc
    if (doc === null) return
    const client = doc.clientID
    this.#written.push({ needs, client, clock: Y.getState(doc.store, client) - 1, value })
  }

  apply(update: Uint8Array): void {
    if (this.#doc === null) return
    // so that Yjs does not complain of a client that others held since
    this.#doc.clientID = NOBODY
    Y.applyUpdate(this.#doc, update, 'stored')
    this.#takeClient()
  }

  /** So many additions are stored: what they hold is answered, and must be there as it was written. */
  answer(stored: number, truth: Truth): void {
    while (this.#written[0] !== undefined && this.#written[0].needs <= stored) {
      const { client, clock, value } = this.#written.shift() as Written
      const found = truth.valueAt(client, clock)
      if (found === undefined) throw new Broken('a command was answered before it was on disk')
      if (found !== null && found !== JSON.stringify([value]))
        throw new Broken('a command was answered, and something else is on disk')
    }
  }

  drop(): void {
    this.#doc?.destroy()
    this.#doc = null
  }
}
