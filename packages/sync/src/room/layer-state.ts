import { encodeStep2 } from '@second-story/protocol'
import { deletionsAddNothing } from '../document/deletions.ts'
import { glance } from '../gate/glance.ts'
import { type Addition, judge, type Verdict, wholeOf } from '../gate/judge.ts'
import { Knowledge } from '../gate/knowledge.ts'
import { type Claim, Owners, SERVER } from '../gate/owners.ts'
import { DeleteSet } from '../update/delete-set.ts'
import { readUpdate } from '../update/read.ts'
import type { StateVector } from '../update/state-vector.ts'
import { writeUpdate } from '../update/write.ts'
import type { Row, Stored } from './events.ts'
import type { LogSize } from './folding.ts'
import { Outbox } from './outbox.ts'
import { type Landed, type LandedRow, type Snapshot, StoredLog } from './stored-log.ts'

/** One layer as a room holds it: what is stored, what is on its way to disk, and what the gate knows of both. */
export class LayerState {
  readonly #roots: ReadonlySet<string>
  readonly #known = new Knowledge()
  readonly #owners = new Owners()
  readonly #outbox = new Outbox()
  readonly #log = new StoredLog(this.#known)
  #step2: Uint8Array | null = null
  #isHealing = false

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
    return this.#log.head
  }

  /** Number of the last row that the snapshot holds. */
  get through(): number {
    return this.#log.through
  }

  /** True when rows on disk did not fit: then the log is never folded. */
  get isDamaged(): boolean {
    return this.#log.isDamaged
  }

  /** True when something is to be appended, and nothing is being. */
  get hasWork(): boolean {
    return this.#outbox.hasWork
  }

  get isSettled(): boolean {
    return this.#outbox.isEmpty
  }

  get size(): LogSize {
    const { rowCount, rowBytes, snapshotBytes } = this.#log.layer
    return { rowCount, rowBytes, snapshotBytes }
  }

  get storedUpdates(): Uint8Array[] {
    return this.#log.layer.parts
  }

  get allUpdates(): Uint8Array[] {
    return [...this.#log.layer.parts, ...this.#outbox.pendingUpdates(this.#log.layer.vector)]
  }

  /** What a step 1 says: everything taken, whether on disk or not. */
  get vector(): Uint8Array {
    return this.#known.encodedVector
  }

  // What is in the log

  /** Takes over what is on disk; returns why parts of it were left alone. */
  load(stored: Stored): string[] {
    this.#owners.load(stored.owners)
    this.#isHealing = stored.healing ?? false
    return this.#log.load(stored)
  }

  /** False while the gate has not learned all that is here: what is to be judged waits. */
  get isLearned(): boolean {
    return this.#log.isLearned
  }

  /** How many structs the gate has not learned yet. */
  get unlearned(): number {
    return this.#log.unlearned
  }

  /** Learns so many structs more; returns what was wrong with what is stored, or null. */
  learn(structs: number): string | null {
    return this.#log.learn(structs)
  }

  /** Takes over what another node appended, when it is the next row; null when it is not. */
  heard(row: Row, owners: readonly Claim[]): Landed | null {
    if (row.n !== this.#log.head + 1) return null
    this.#owners.load(owners)
    return this.#land(row)
  }

  #land(row: Row): Landed {
    this.#step2 = null
    return this.#log.land(row)
  }

  /** Takes over what the log holds after the head; returns the updates to be told, and what did not fit. */
  caughtUp(stored: Stored): { readonly rows: readonly LandedRow[]; readonly problems: readonly string[] } {
    this.#owners.load(stored.owners)
    this.#step2 = null
    return this.#log.caughtUp(stored)
  }

  /** Rows up to `through` are in a snapshot now. */
  compacted(snapshot: Snapshot): void {
    this.#step2 = null
    this.#log.compacted(snapshot)
  }

  // Serving what is stored

  /** `since`: deletions of rows after it are wanted too, null for none */
  messagesFor(vector: StateVector, since: number | null = null): Uint8Array[] {
    return this.#log.layer.messagesFor(vector, since)
  }

  /** The step 2 that follows them: no structs, every stored deletion. */
  get step2(): Uint8Array {
    this.#step2 ??= encodeStep2(this.#known.storedDeletes)
    return this.#step2
  }

  // Taking what comes

  /** What is to be said of an update; null when the gate has to learn more before it can say it. */
  judge(bytes: Uint8Array, account: string): Verdict | null {
    if (!this.isLearned) return glance(bytes, this.#known)
    return judge(bytes, this.#known, {
      roots: this.#roots,
      mayUse: (client) => this.#isHealing || this.#owners.mayUse(client, account),
      account,
      layer: () => this.allUpdates,
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
    // what somebody brings back after a restore may be another's; whose a client is, presence then says
    if (!this.#isHealing) for (const { client } of addition.sections) this.claim(client, account)
    this.#known.learn(addition.sections, addition.deleted, account)
    this.#outbox.take(addition)
  }

  /** Takes what the server wrote, which is trusted. False when that is nothing. */
  takeFromServer(bytes: Uint8Array): boolean {
    const update = readUpdate(bytes)
    if ('malformed' in update) throw new Error(`the server wrote a malformed update: ${update.malformed}`)
    if (update.sections.length === 0 && update.deletes.length === 0) return false
    this.#log.measure(update)
    this.take(wholeOf(update), SERVER)
    return true
  }

  /** True while a client's claim is on its way to disk: it may yet turn out to be another's. */
  isClaiming(client: number): boolean {
    return this.#outbox.pendingClaims.some(([one, account]) => one === client && account !== SERVER)
  }

  /** True while this client is taken for somebody's, and the log does not say so yet. */
  isClaimed(client: number): boolean {
    return this.#outbox.pendingClaims.some(([one]) => one === client)
  }

  /** False when the client belongs to another account; else it is the account's from now on. */
  claim(client: number, account: string): boolean {
    if (!this.#owners.mayUse(client, account)) return false
    if (this.#owners.claim(client, account)) this.#outbox.claim([client, account])
    return true
  }

  // Storing

  beginAppend(): { readonly bytes: Uint8Array | null; readonly owners: readonly Claim[] } | null {
    return this.#outbox.begin(this.#log.layer.vector)
  }

  /** What is being appended: bytes and owners. */
  get appending(): { readonly bytes: Uint8Array | null; readonly owners: readonly Claim[] } | null {
    const appending = this.#outbox.appending
    return appending === null ? null : { bytes: appending.bytes, owners: appending.batch.claims }
  }

  /** True when rows before `n` are not known here: other nodes wrote them, and they come first. */
  isGapBefore(n: number): boolean {
    return this.#log.isGapBefore(n)
  }

  /** The append under way is on disk as row `n`, and all before it is known here; returns what may be told now. */
  appended(n: number | null): Landed {
    const settled = this.#outbox.settle()
    if (settled === null) return { update: null }
    const landed =
      settled.bytes === null || n === null || n <= this.#log.head ? null : { n, bytes: settled.bytes }
    const result = landed === null ? { update: null } : this.#log.landOwn(landed, settled.batch.runs)
    const pending = new DeleteSet()
    pending.merge(this.#outbox.pendingDeletes)
    this.#known.settle(settled.batch.deleted, pending)
    this.#step2 = null
    return result
  }

  appendFailed(): void {
    this.#outbox.fail()
  }
}
