import { encodeStep2 } from '@second-story/protocol'
import * as Y from 'yjs'
import { deletionsAddNothing } from '../document/deletions.ts'
import { type Addition, judge, type Verdict, wholeOf } from '../gate/judge.ts'
import { Knowledge } from '../gate/knowledge.ts'
import { findStoredOrder, type OrderProblem } from '../gate/order.ts'
import { type Claim, Owners, SERVER } from '../gate/owners.ts'
import { DeleteSet } from '../update/delete-set.ts'
import { readUpdate } from '../update/read.ts'
import { encodeStateVector, type StateVector } from '../update/state-vector.ts'
import type { Section, Update } from '../update/structs.ts'
import { writeUpdate } from '../update/write.ts'
import type { Row, Stored } from './events.ts'
import type { LogSize } from './folding.ts'
import { Outbox } from './outbox.ts'
import { StoredLayer } from './stored-layer.ts'

/** What became of a row: the update to be told, null for nothing new; or why it is left alone. */
export type Landed = { readonly update: Uint8Array | null } | { readonly problem: string }

export interface LandedRow {
  readonly row: Row
  readonly update: Uint8Array | null
}

/** One layer as a room holds it: what is stored, what is on its way to disk, and what the gate knows of both. */
export class LayerState {
  readonly #roots: ReadonlySet<string>
  readonly #known = new Knowledge()
  readonly #owners = new Owners()
  readonly #outbox = new Outbox()
  readonly #stored = new StoredLayer()
  #step2: Uint8Array | null = null
  #head = 0
  /** number of the last row that the snapshot holds */
  #through = 0
  #isDamaged = false
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
    return this.#head
  }

  /** Number of the last row that the snapshot holds. */
  get through(): number {
    return this.#through
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
    return [...this.#stored.parts, ...this.#outbox.pendingUpdates(this.#stored.vector)]
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
    this.#through = stored.through ?? 0
    this.#isHealing = stored.healing ?? false
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
    const landed = this.#land(row)
    return 'problem' in landed ? landed.problem : null
  }

  /** What is trusted is not judged, but what is nested in it later must be measured from it. */
  #measure({ sections }: Update): OrderProblem | null {
    return findStoredOrder(sections, this.#known)
  }

  // The log: rows are taken over in its order, on every node in the same way (rule 11)

  /**
   * Takes over the next row of the log. What an earlier row holds is cut from it: a client that changed nodes sends again what
   * it does not know to be stored, and whoever says two things under one id has said the first.
   */
  #land(row: Row): Landed {
    this.#head = Math.max(this.#head, row.n)
    const update = this.#readNew(row.bytes)
    if ('malformed' in update) return { problem: update.malformed }
    const stored = this.#stored.vector
    const first = ({ structs }: Section): number => structs[0]?.clock ?? 0
    if (update.sections.some((section) => first(section) > (stored.get(section.client) ?? 0)))
      return { problem: 'gap' }
    const problem = this.#measure(update)
    if (problem !== null) return { problem: 'early' in problem ? problem.early : problem.refused }
    this.#stored.addRow({ n: row.n, bytes: update.bytes }, update)
    this.#known.learnStored(update)
    this.#step2 = null
    const isEmpty = update.sections.length === 0 && update.deletes.length === 0
    return { update: isEmpty ? null : update.bytes }
  }

  /** Reads a row without what is stored already. */
  #readNew(bytes: Uint8Array): ReturnType<typeof readUpdate> {
    const update = readUpdate(bytes)
    if ('malformed' in update) return update
    const stored = this.#stored.vector
    const isNew = update.sections.every(
      ({ client, structs }) => (structs[0]?.clock ?? 0) >= (stored.get(client) ?? 0),
    )
    return isNew ? update : readUpdate(Y.diffUpdate(bytes, encodeStateVector(stored)))
  }

  /** Takes over what another node appended, when it is the next row; null when it is not. */
  heard(row: Row, owners: readonly Claim[]): Landed | null {
    if (row.n !== this.#head + 1) return null
    this.#owners.load(owners)
    return this.#landOrReport(row)
  }

  #landOrReport(row: Row): Landed {
    const landed = this.#land(row)
    if ('problem' in landed) this.#isDamaged = true
    return landed
  }

  /** Takes over what the log holds after the head; returns the updates to be told, and what did not fit. */
  caughtUp(stored: Stored): { readonly rows: readonly LandedRow[]; readonly problems: readonly string[] } {
    this.#owners.load(stored.owners)
    const rows: LandedRow[] = []
    const problems: string[] = []
    const note = (n: number, bytes: Uint8Array, landed: Landed): void => {
      if ('problem' in landed) problems.push(landed.problem)
      else rows.push({ row: { n, bytes }, update: landed.update })
    }
    const through = stored.through ?? 0
    if (stored.snapshot !== null) note(through, stored.snapshot, this.#landSnapshot(stored.snapshot, through))
    for (const row of stored.rows) if (row.n > this.#head) note(row.n, row.bytes, this.#landOrReport(row))
    this.#head = Math.max(this.#head, stored.head)
    if (problems.length > 0) this.#isDamaged = true
    return { rows, problems }
  }

  /** A snapshot that another node has made: it stands for rows that may be gone from the log before this node saw them. */
  #landSnapshot(bytes: Uint8Array, through: number): Landed {
    const update = readUpdate(bytes)
    if ('malformed' in update) return { problem: `snapshot: ${update.malformed}` }
    const lacking = through > this.#head ? Y.diffUpdate(bytes, encodeStateVector(this.#stored.vector)) : null
    this.#measure(update)
    this.#takeSnapshot(bytes, update, through)
    this.#head = Math.max(this.#head, through)
    return { update: lacking }
  }

  /** An older one than we have says less: answers of the store may come late, and in any order. */
  #takeSnapshot(bytes: Uint8Array, update: Update, through: number): void {
    if (through < this.#through) return
    this.#through = through
    this.#stored.setSnapshot(bytes, update)
    this.#stored.dropRows(through)
    this.#known.learnStored(update)
    this.#step2 = null
  }

  // Serving what is stored

  /** `since`: deletions of rows after it are wanted too, null for none */
  messagesFor(vector: StateVector, since: number | null = null): Uint8Array[] {
    return this.#stored.messagesFor(vector, since)
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
    this.#measure(update)
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
    return this.#outbox.begin(this.#stored.vector)
  }

  /** What is being appended: bytes and owners. */
  get appending(): { readonly bytes: Uint8Array | null; readonly owners: readonly Claim[] } | null {
    const appending = this.#outbox.appending
    return appending === null ? null : { bytes: appending.bytes, owners: appending.batch.claims }
  }

  /** True when rows before `n` are not known here: other nodes wrote them, and they come first. */
  isGapBefore(n: number): boolean {
    return n > this.#head + 1
  }

  /** The append under way is on disk as row `n`, and all before it is known here; returns what may be told now. */
  appended(n: number | null): Landed {
    const settled = this.#outbox.settle()
    if (settled === null) return { update: null }
    const landed =
      settled.bytes === null || n === null || n <= this.#head ? null : { n, bytes: settled.bytes }
    const result = landed === null ? { update: null } : this.#landOrReport(landed)
    const pending = new DeleteSet()
    pending.merge(this.#outbox.pendingDeletes)
    this.#known.settle(settled.batch.deleted, pending)
    this.#step2 = null
    return result
  }

  appendFailed(): void {
    this.#outbox.fail()
  }

  compacted(snapshot: Uint8Array, through: number): void {
    const update = readUpdate(snapshot)
    if ('malformed' in update) throw new Error(`compaction made a malformed snapshot: ${update.malformed}`)
    this.#takeSnapshot(snapshot, update, through)
  }
}
