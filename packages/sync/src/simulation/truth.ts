import * as Y from 'yjs'
import type { Row } from '../room/events.ts'
import { Broken } from './broken.ts'
import type { Layer } from './layer.ts'

/** The document of everything that was ever fsynced: what may be told, and what must be there in the end. */
export class Truth {
  readonly doc = new Y.Doc()
  readonly #checked = new WeakSet<Uint8Array>()
  /** by number */
  readonly #rows = new Map<number, Uint8Array>()

  /** The disk went from one state to the next. */
  synced(before: Layer, after: Layer): void {
    for (const row of after.rows) if (row.n > before.head) this.#apply(row)
    if (after.through !== before.through) this.checkWhole(after)
  }

  #apply({ n, bytes }: Row): void {
    this.#rows.set(n, bytes)
    Y.applyUpdate(this.doc, bytes)
    const { pendingStructs, pendingDs } = this.doc.store
    if (pendingStructs !== null || pendingDs !== null)
      throw new Broken('a row was stored that does not fit on what was stored before')
  }

  /** A layer on disk holds all that was ever put there. */
  checkWhole(layer: Layer): void {
    const doc = documentOf(layer)
    if (!isSame(doc, this.doc)) throw new Broken('something that was stored is not on disk any more')
    doc.destroy()
  }

  /** Every struct and every deletion of an update is on disk. */
  check(update: Uint8Array, what: string): void {
    if (this.#checked.has(update)) return
    if (!holds(this.doc, update)) throw new Broken(what)
    this.#checked.add(update)
  }

  /** Whoever says that they have come so far has every row up to there, and all that it deletes. */
  checkReached(doc: Y.Doc, from: number, to: number): void {
    for (let n = from + 1; n <= to; n++) {
      const row = this.#rows.get(n)
      if (row === undefined || !holds(doc, row)) throw new Broken('told to have come further than it has')
    }
  }

  /** What stands at an id: its values as JSON, null when it was deleted since, undefined when nothing ever did. */
  valueAt(client: number, clock: number): string | null | undefined {
    if (clock >= Y.getState(this.doc.store, client)) return undefined
    const struct = Y.getItem(this.doc.store, Y.createID(client, clock))
    return struct instanceof Y.Item && !struct.deleted ? JSON.stringify(struct.content.getContent()) : null
  }
}

/** Every struct and every deletion of an update is in a document. */
function holds({ store }: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (clock + struct.length > Y.getState(store, client)) return false
    if (struct instanceof Y.GC && !isDeleted(store, client, clock, struct.length)) return false
  }
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges) if (!isDeleted(store, client, clock, len)) return false
  return true
}

function isDeleted(store: Y.Doc['store'], client: number, from: number, length: number): boolean {
  const structs = store.clients.get(client)
  if (structs === undefined || from + length > Y.getState(store, client)) return false
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i]
    if (struct === undefined || struct.id.clock >= from + length) return true
    if (!struct.deleted) return false
  }
  return true
}

export function documentOf({ snapshot, rows }: Layer): Y.Doc {
  const doc = new Y.Doc()
  if (snapshot !== null) Y.applyUpdate(doc, snapshot)
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
  return doc
}

/** The same structs, the same deletions, nothing waiting. */
export function isSame(a: Y.Doc, b: Y.Doc): boolean {
  const isSettled = [a, b].every(({ store }) => store.pendingStructs === null && store.pendingDs === null)
  return (
    isSettled &&
    Y.encodeStateVector(a).join() === Y.encodeStateVector(b).join() &&
    Y.equalDeleteSets(Y.createDeleteSetFromStructStore(a.store), Y.createDeleteSetFromStructStore(b.store))
  )
}
