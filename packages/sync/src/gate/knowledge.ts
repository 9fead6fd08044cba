import { DeleteSet } from '../update/delete-set.ts'
import { encodeStateVector, type StateVector } from '../update/state-vector.ts'
import type { Section, Update } from '../update/structs.ts'
import type { Bundles } from './bundles.ts'
import { Deletions, type UnreadDeletions } from './deletions.ts'
import type { Spot } from './lists.ts'
import { Tables } from './tables.ts'
import type { ValueRuns } from './value-runs.ts'
import type { Work } from './work.ts'

/**
 * What a room knows of its layer without a document: how far each client has come, what is deleted, and, in tables, of each
 * struct what it takes to judge others (SPEC.md rule 2). The tables may come later (`learning.ts`); who judges waits for them.
 */
export class Knowledge {
  readonly #vector = new Map<number, number>()
  #encoded: Uint8Array | null = null
  readonly tables = new Tables()
  /** Deletions on disk: what a step 2 carries. */
  readonly #stored = new Deletions()
  /** Deletions taken but not on disk yet. */
  #fresh = new DeleteSet()

  get vector(): ReadonlyMap<number, number> {
    return this.#vector
  }

  /** The same in bytes, made once for all who come before it changes. */
  get encodedVector(): Uint8Array {
    this.#encoded ??= encodeStateVector(this.#vector)
    return this.#encoded
  }

  /** Every stored deletion, as an update without structs. */
  get storedDeletes(): Uint8Array {
    return this.#stored.asUpdate()
  }

  get bundles(): Bundles {
    return this.tables.bundles
  }

  get values(): ValueRuns {
    return this.tables.values
  }

  get work(): Work {
    return this.tables.work
  }

  /** The first clock of `client` that is not here yet. */
  next(client: number): number {
    return this.#vector.get(client) ?? 0
  }

  isType(client: number, clock: number): boolean {
    return this.tables.isType(client, clock)
  }

  spotOf(client: number, clock: number): Spot {
    return this.tables.spotOf(client, clock)
  }

  isDeleted(client: number, clock: number, length = 1): boolean {
    return this.#stored.covers(client, clock, length) || this.#fresh.covers(client, clock, length)
  }

  /** Takes over what an update of `account` brought; `deleted` goes to what is not on disk yet. */
  learn(sections: readonly Section[], deleted: DeleteSet, account = ''): void {
    this.tables.learn(sections, deleted.rangeCount, account)
    this.#reachAll(sections)
    this.#fresh.merge(deleted)
  }

  /** Takes over an update read from disk: it was judged when it was written. What is on its way stays so. */
  learnStored(update: Update): void {
    this.tables.learn(update.sections, update.deletes.length, '')
    this.#reachAll(update.sections)
    this.#stored.add(deletedBy(update))
  }

  /** Takes over how far something on disk goes, and what it deletes; its structs come into the tables later. */
  reach(ends: StateVector, deleted: DeleteSet | UnreadDeletions): void {
    for (const [client, end] of ends) this.#raise(client, end)
    this.learnStoredDeletes(deleted)
  }

  /** What follows from what is on disk. */
  learnStoredDeletes(deleted: DeleteSet | UnreadDeletions): void {
    if (deleted instanceof DeleteSet) this.#stored.add(deleted)
    else this.#stored.addUnread(deleted)
  }

  /** `settled` is on disk now; `pending` is what is still not. */
  settle(settled: DeleteSet, pending: DeleteSet): void {
    this.#stored.add(settled)
    this.#fresh = pending
  }

  #reachAll(sections: readonly Section[]): void {
    for (const { client, structs } of sections) {
      const last = structs[structs.length - 1]
      if (last === undefined) continue
      this.#raise(client, last.clock + last.length)
    }
  }

  #raise(client: number, end: number): void {
    if (end <= this.next(client)) return
    this.#vector.set(client, end)
    this.#encoded = null
  }
}

/** What an update deletes: its ranges, and its structs that hold nothing any more. */
export function deletedBy(update: Pick<Update, 'sections' | 'deletes'>): DeleteSet {
  const deleted = new DeleteSet()
  deleted.addAll(update.deletes)
  for (const section of update.sections) {
    for (const struct of section.structs) {
      if (struct.isDeleted) deleted.add(section.client, struct.clock, struct.length)
    }
  }
  return deleted
}
