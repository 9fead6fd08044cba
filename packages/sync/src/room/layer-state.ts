import { encodeStep2 } from '@second-story/protocol'
import { deletionsAddNothing } from '../document/deletions.ts'
import { type Addition, judge, type Verdict, wholeOf } from '../gate/judge.ts'
import { Knowledge } from '../gate/knowledge.ts'
import { findOrder } from '../gate/order.ts'
import { type Claim, Owners, SERVER } from '../gate/owners.ts'
import { DeleteSet } from '../update/delete-set.ts'
import { readUpdate } from '../update/read.ts'
import { encodeStateVector, type StateVector } from '../update/state-vector.ts'
import type { Update } from '../update/structs.ts'
import { writeUpdate } from '../update/write.ts'
import type { Row, Stored } from './events.ts'
import type { LogSize } from './folding.ts'
import { Outbox } from './outbox.ts'
import { StoredLayer } from './stored-layer.ts'

/** One layer as a room holds it: what is stored, what is on its way to disk, and what the gate knows of both. */
export class LayerState {
  readonly #roots: ReadonlySet<string>
  readonly #known = new Knowledge()
  readonly #owners = new Owners()
  readonly #outbox = new Outbox()
  readonly #stored = new StoredLayer()
  #step2: Uint8Array | null = null
  #head = 0
  #isDamaged = false

  constructor(roots: readonly string[]) {
    this.#roots = new Set(roots)
  }

  get accepted(): number {
    return this.#outbox.accepted
  }

  get stored(): number {
    return this.#outbox.stored
  }

  get head(): number {
    return this.#head
  }

  /** True when rows on disk did not fit: then the log is never folded. */
  get isDamaged(): boolean {
    return this.#isDamaged
  }

  /** True when something is to be appended, and nothing is being. */
  get hasWork(): boolean {
    return this.#outbox.hasWork
  }

  get isSettled(): boolean {
    return this.#outbox.isEmpty
  }

  get size(): LogSize {
    const { rowCount, rowBytes, snapshotBytes } = this.#stored
    return { rowCount, rowBytes, snapshotBytes }
  }

  get storedUpdates(): Uint8Array[] {
    return this.#stored.parts
  }

  get allUpdates(): Uint8Array[] {
    return [...this.#stored.parts, ...this.#outbox.pendingUpdates]
  }

  /** What a step 1 says: everything taken, whether on disk or not. */
  get vector(): Uint8Array {
    return encodeStateVector(this.#known.vector)
  }

  // Loading

  /** Takes over what is on disk; returns why parts of it were left alone. */
  load(stored: Stored): string[] {
    this.#owners.load(stored.owners)
    this.#head = stored.head
    const problems = [
      stored.snapshot === null ? null : this.#loadSnapshot(stored.snapshot),
      ...stored.rows.map((row) => this.#loadRow(row)),
    ].filter((problem) => problem !== null)
    this.#isDamaged = problems.length > 0
    return problems
  }

  #loadSnapshot(bytes: Uint8Array): string | null {
    const update = readUpdate(bytes)
    if ('malformed' in update) return `snapshot: ${update.malformed}`
    this.#stored.setSnapshot(bytes, update)
    this.#measure(update)
    this.#known.learnStored(update)
    return null
  }

  #loadRow(row: Row): string | null {
    const update = readUpdate(row.bytes)
    if ('malformed' in update) return update.malformed
    const hasGap = update.sections.some(
      ({ client, structs }) => (structs[0]?.clock ?? 0) > this.#known.next(client),
    )
    if (hasGap) return 'gap'
    this.#stored.addRow(row, update)
    this.#measure(update)
    this.#known.learnStored(update)
    return null
  }

  /** What is trusted is not judged, but what is nested in it later must be measured from it. */
  #measure({ sections }: Update): void {
    findOrder(sections, this.#known, this.#roots)
  }

  // Serving what is stored

  updatesFor(vector: StateVector): Uint8Array[] {
    return this.#stored.updatesFor(vector)
  }

  /** The step 2 that follows them: no structs, every stored deletion. */
  get step2(): Uint8Array {
    this.#step2 ??= encodeStep2(writeUpdate([], this.#known.storedDeletes))
    return this.#step2
  }

  // Taking what comes

  judge(bytes: Uint8Array, account: string): Verdict {
    return judge(bytes, this.#known, {
      roots: this.#roots,
      mayUse: (client) => this.#owners.mayUse(client, account),
    })
  }

  /** Deletions that follow from others (an overwritten key, what lay in a deleted type) are known to a document alone. */
  followsFromStored(addition: Addition): boolean {
    if (addition.sections.length > 0) return false
    if (!deletionsAddNothing(this.storedUpdates, writeUpdate([], addition.deleted))) return false
    this.#known.learnStoredDeletes(addition.deleted)
    this.#step2 = null
    return true
  }

  take(addition: Addition, account: string): void {
    for (const { client } of addition.sections) this.claim(client, account)
    this.#known.learn(addition.sections, addition.deleted)
    this.#outbox.take(addition)
  }

  /** Takes what the server wrote, which is trusted. False when that is nothing. */
  takeFromServer(bytes: Uint8Array): boolean {
    const update = readUpdate(bytes)
    if ('malformed' in update) throw new Error(`the server wrote a malformed update: ${update.malformed}`)
    if (update.sections.length === 0 && update.deletes.length === 0) return false
    this.#measure(update)
    this.take(wholeOf(update), SERVER)
    return true
  }

  /** False when the client belongs to another account; else it is the account's from now on. */
  claim(client: number, account: string): boolean {
    if (!this.#owners.mayUse(client, account)) return false
    if (this.#owners.claim(client, account)) this.#outbox.claim([client, account])
    return true
  }

  // Storing

  beginAppend(): { readonly bytes: Uint8Array | null; readonly owners: readonly Claim[] } | null {
    return this.#outbox.begin()
  }

  /** The append under way is on disk as row `n`; returns the update that may be told now, or null. */
  appended(n: number | null): Uint8Array | null {
    const settled = this.#outbox.settle()
    if (settled === null || settled.bytes === null || n === null) return null
    const update = readUpdate(settled.bytes)
    if ('malformed' in update) throw new Error(`a malformed row was appended: ${update.malformed}`)
    this.#head = n
    this.#stored.addRow({ n, bytes: settled.bytes }, update)
    const pending = new DeleteSet()
    pending.merge(this.#outbox.pendingDeletes)
    this.#known.settle(settled.batch.deleted, pending)
    this.#step2 = null
    return settled.bytes
  }

  appendFailed(): void {
    this.#outbox.fail()
  }

  compacted(snapshot: Uint8Array, through: number): void {
    const update = readUpdate(snapshot)
    if ('malformed' in update) throw new Error(`compaction made a malformed snapshot: ${update.malformed}`)
    this.#stored.setSnapshot(snapshot, update)
    this.#stored.dropRows(through)
    this.#known.learnStored(update)
    this.#step2 = null
  }
}
