import { Malformed } from '@second-story/protocol'
import * as Y from 'yjs'
import { readDeletions, readDigest } from '../document/digest.ts'
import type { UnreadDeletions } from '../gate/deletions.ts'
import { deletedBy, type Knowledge } from '../gate/knowledge.ts'
import { Learning } from '../gate/learning.ts'
import { GONE } from '../gate/lists.ts'
import { findStoredOrder, type OrderProblem } from '../gate/order.ts'
import { DeleteSet } from '../update/delete-set.ts'
import { readUpdate } from '../update/read.ts'
import { Spans } from '../update/spans.ts'
import { encodeStateVector, endsOf } from '../update/state-vector.ts'
import { type Unread, unread } from '../update/stretch.ts'
import type { Section, Update } from '../update/structs.ts'
import type { Run } from '../update/write.ts'
import type { Row, Stored } from './events.ts'
import { StoredLayer } from './stored-layer.ts'

/** What became of a row: the update to be told, null for nothing new; or why it is left alone. */
export type Landed = { readonly update: Uint8Array | null } | { readonly problem: string }

export interface LandedRow {
  readonly row: Row
  readonly update: Uint8Array | null
}

/** A snapshot as it came from the store, or from a fold. */
export type Snapshot = Pick<Stored, 'digest'> & { readonly bytes: Uint8Array; readonly through: number }

/**
 * What a room knows to be in the log of its layer. Rows are taken over in its order, on every node in the same way (SPEC.md
 * rule 11). What is stored is served as soon as it is known how far it goes; the gate's tables are made of it later (rule 1).
 */
export class StoredLog {
  readonly layer = new StoredLayer()
  readonly #known: Knowledge
  readonly #learning: Learning
  #head = 0
  /** number of the last row that the snapshot holds */
  #through = 0
  #isDamaged = false

  constructor(known: Knowledge) {
    this.#known = known
    this.#learning = new Learning(known.tables)
  }

  /** Number of the last row that is known here. */
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

  // Learning

  /** True when the gate knows of every struct that is here. */
  get isLearned(): boolean {
    return this.#learning.isDone
  }

  /** How many structs the gate has not learned yet. */
  get unlearned(): number {
    return this.#learning.left
  }

  /** Learns so many structs more; returns what was wrong with them, or null. */
  learn(structs: number): string | null {
    try {
      this.#learning.go(structs)
      return null
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      this.#learning.giveUp()
      this.#isDamaged = true
      return `not what its digest says: ${error.message}`
    }
  }

  // Loading

  /** Takes over what is on disk; returns why parts of it were left alone. */
  load(stored: Stored): string[] {
    this.#head = stored.head
    const { snapshot, digest = null, rows, through = 0 } = stored
    this.#through = through
    const problems = [
      snapshot === null ? null : this.#loadSnapshot({ bytes: snapshot, through, digest }),
      ...rows.map((row) => this.#loadRow(row)),
    ].filter((problem) => problem !== null)
    this.#isDamaged = problems.length > 0
    return problems
  }

  #loadSnapshot(snapshot: Snapshot): string | null {
    const update = this.#digested(snapshot)
    if ('malformed' in update) return `snapshot: ${update.malformed}`
    this.layer.setSnapshot(snapshot.bytes, update.stretches)
    this.#reach(update)
    return null
  }

  /** What is to be known of a snapshot at once: said by its digest, or found by reading it. */
  #digested({ bytes, digest }: Snapshot): Digested | { readonly malformed: string } {
    const known = digest ? readDigest(digest, bytes.length) : null
    if (known !== null) return { bytes, ...known, deleted: unreadDeletions(known.deletions, bytes) }
    const update = readUpdate(bytes)
    return 'malformed' in update ? update : { ...unread(update), deleted: deletedBy(update) }
  }

  #reach(update: Digested): void {
    this.#known.reach(endsOf(update.stretches), update.deleted)
    this.#learning.add(update)
  }

  #loadRow(row: Row): string | null {
    const landed = this.#land(row)
    return 'problem' in landed ? landed.problem : null
  }

  // Rows

  /**
   * Takes over the next row of the log. What an earlier row holds is cut from it: a client that changed nodes sends again what
   * it does not know to be stored, and whoever says two things under one id has said the first.
   */
  #land(row: Row): Landed {
    this.#head = Math.max(this.#head, row.n)
    const update = this.#readNew(row.bytes)
    if ('malformed' in update) return { problem: update.malformed }
    const stored = this.layer.vector
    const first = ({ structs }: Section): number => structs[0]?.clock ?? 0
    if (update.sections.some((section) => first(section) > (stored.get(section.client) ?? 0)))
      return { problem: 'gap' }
    const problem = this.measure(update)
    if (problem !== null) return { problem: 'early' in problem ? problem.early : problem.refused }
    this.layer.addRow({ n: row.n, bytes: update.bytes }, Spans.of(update))
    if (this.isLearned) this.#known.learnStored(update)
    else this.#reach({ ...unread(update), deleted: deletedBy(update) })
    const isEmpty = update.sections.length === 0 && update.deletes.length === 0
    return { update: isEmpty ? null : update.bytes }
  }

  /** Reads a row without what is stored already. */
  #readNew(bytes: Uint8Array): ReturnType<typeof readUpdate> {
    const update = readUpdate(bytes)
    if ('malformed' in update) return update
    const stored = this.layer.vector
    const isNew = update.sections.every(
      ({ client, structs }) => (structs[0]?.clock ?? 0) >= (stored.get(client) ?? 0),
    )
    return isNew ? update : readUpdate(Y.diffUpdate(bytes, encodeStateVector(stored)))
  }

  /**
   * What is trusted is not judged: it is asked whether it has an order, and, where the tables are there, measured for what is
   * nested in it later.
   */
  measure({ sections }: Update): OrderProblem | null {
    if (this.isLearned) return findStoredOrder(sections, this.#known)
    return findStoredOrder(sections, { next: (client) => this.#known.next(client), spotOf: () => GONE })
  }

  /** True when rows before `n` are not known here: other nodes wrote them, and they come first. */
  isGapBefore(n: number): boolean {
    return n > this.#head + 1
  }

  /** Takes over a row; one that does not fit is left alone, and the log never folded. */
  land(row: Row): Landed {
    const landed = this.#land(row)
    if ('problem' in landed) this.#isDamaged = true
    return landed
  }

  /**
   * Takes over a row that this room wrote of `runs`. They were judged and learned when they were taken: where they follow on what
   * is stored, there is nothing to be read again.
   */
  landOwn(row: Row, runs: readonly Run[]): Landed {
    if (!this.isLearned || !this.#follow(runs)) return this.land(row)
    this.#head = Math.max(this.#head, row.n)
    this.layer.addRow(row, Spans.written(row.bytes, runs))
    return { update: row.bytes }
  }

  #follow(runs: readonly Run[]): boolean {
    const reached = new Map<number, number>()
    for (const { client, clock, end } of runs) {
      if (clock !== (reached.get(client) ?? this.layer.vector.get(client) ?? 0)) return false
      reached.set(client, end)
    }
    return true
  }

  /** Takes over what the log holds after the head; returns the updates to be told, and what did not fit. */
  caughtUp(stored: Stored): { readonly rows: readonly LandedRow[]; readonly problems: readonly string[] } {
    const rows: LandedRow[] = []
    const problems: string[] = []
    const note = (n: number, bytes: Uint8Array, landed: Landed): void => {
      if ('problem' in landed) problems.push(landed.problem)
      else rows.push({ row: { n, bytes }, update: landed.update })
    }
    const { snapshot, through = 0, digest = null } = stored
    if (snapshot !== null) note(through, snapshot, this.#landSnapshot({ bytes: snapshot, through, digest }))
    for (const row of stored.rows) if (row.n > this.#head) note(row.n, row.bytes, this.land(row))
    this.#head = Math.max(this.#head, stored.head)
    if (problems.length > 0) this.#isDamaged = true
    return { rows, problems }
  }

  // Snapshots; what was to be learned before one takes its place is learned first

  /** A snapshot that another node has made: it stands for rows that may be gone from the log before this node saw them. */
  #landSnapshot(snapshot: Snapshot): Landed {
    const { bytes, through } = snapshot
    const stored = encodeStateVector(this.layer.vector)
    const isAhead = through > this.#head
    const problem = this.#takeSnapshot(snapshot)
    if (problem !== null) return { problem: `snapshot: ${problem}` }
    this.#head = Math.max(this.#head, through)
    return { update: isAhead ? Y.diffUpdate(bytes, stored) : null }
  }

  /** Rows up to `through` are in a snapshot that was made here. */
  compacted(snapshot: Snapshot): void {
    const problem = this.#takeSnapshot(snapshot)
    if (problem !== null) throw new Error(`compaction made a malformed snapshot: ${problem}`)
  }

  /** An older one than we have says less: answers of the store may come late, and in any order. */
  #takeSnapshot(snapshot: Snapshot): string | null {
    const update = this.#digested(snapshot)
    if ('malformed' in update) return update.malformed
    if (snapshot.through < this.#through) return null
    this.#through = snapshot.through
    this.layer.setSnapshot(snapshot.bytes, update.stretches)
    this.layer.dropRows(snapshot.through)
    if (this.#isNews(update)) this.#reach(update)
    else this.#known.learnStoredDeletes(update.deleted)
    return null
  }

  /** False for what only says anew, in other pieces, what the gate knows. */
  #isNews({ stretches }: Unread): boolean {
    return stretches.some(({ client, end }) => end > this.#known.next(client))
  }
}

/** An update that is yet to be learned, and everything it deletes. */
type Digested = Unread & { readonly deleted: DeleteSet | UnreadDeletions }

/** What a digest says to be deleted; read from the snapshot itself where that cannot be read. */
function unreadDeletions(bytes: Uint8Array, snapshot: Uint8Array): UnreadDeletions {
  const fromSnapshot = (): DeleteSet => {
    const update = readUpdate(snapshot)
    return 'malformed' in update ? new DeleteSet() : deletedBy(update)
  }
  return { bytes, read: () => readDeletions(bytes) ?? fromSnapshot() }
}
