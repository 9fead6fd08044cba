import type { Addition } from '../gate/judge.ts'
import type { Claim } from '../gate/owners.ts'
import { DeleteSet } from '../update/delete-set.ts'
import type { StateVector } from '../update/state-vector.ts'
import { type Run, writeUpdate } from '../update/write.ts'

/** What was taken within one tick: becomes one row, one message. */
export class Batch {
  readonly runs: Run[] = []
  readonly deleted = new DeleteSet()
  readonly claims: Claim[] = []
  /** number of the last addition in it */
  through = 0

  get hasUpdate(): boolean {
    return this.runs.length > 0 || !this.deleted.isEmpty
  }

  get isEmpty(): boolean {
    return !this.hasUpdate && this.claims.length === 0
  }

  add(addition: Addition, number: number): void {
    this.runs.push(...addition.runs)
    this.deleted.merge(addition.deleted)
    this.through = number
  }

  /** Puts what came later behind what is here. */
  append(later: Batch): void {
    this.runs.push(...later.runs)
    this.deleted.merge(later.deleted)
    this.claims.push(...later.claims)
    this.through = Math.max(this.through, later.through)
  }

  /**
   * Without the runs that the log holds already: a client that changed nodes may have gone on there, and only what follows on
   * it leaves no gap in the row.
   */
  encode(stored: StateVector): Uint8Array | null {
    const runs = this.runs.filter((run) => run.end > (stored.get(run.client) ?? 0))
    return runs.length > 0 || !this.deleted.isEmpty ? writeUpdate(runs, this.deleted) : null
  }
}

/** A batch on its way to disk, with the bytes that will be told when it is there. */
export interface Appending {
  readonly batch: Batch
  readonly bytes: Uint8Array | null
}

/**
 * Additions on their way to disk (SPEC.md rule 4): taken, then appending, then stored. Only one append is under way at a
 * time; what fails goes back to the front.
 */
export class Outbox {
  #taken = new Batch()
  #appending: Appending | null = null
  #accepted = 0
  #stored = 0

  /** How many additions were taken. */
  get accepted(): number {
    return this.#accepted
  }

  /** How many of them are on disk. */
  get stored(): number {
    return this.#stored
  }

  get isEmpty(): boolean {
    return this.#appending === null && this.#taken.isEmpty
  }

  get hasWork(): boolean {
    return this.#appending === null && !this.#taken.isEmpty
  }

  /** Whose clients are taken to be here, while the log does not say so yet. */
  get pendingClaims(): readonly Claim[] {
    return [...this.#taken.claims, ...(this.#appending?.batch.claims ?? [])]
  }

  /** Deletions that are taken and not on disk. */
  get pendingDeletes(): DeleteSet {
    return this.#taken.deleted
  }

  /** Updates that are taken and not on disk, oldest first; `stored` is how far the log goes. */
  pendingUpdates(stored: StateVector): Uint8Array[] {
    return [this.#appending?.bytes ?? null, this.#taken.encode(stored)].filter((bytes) => bytes !== null)
  }

  take(addition: Addition): void {
    this.#accepted++
    this.#taken.add(addition, this.#accepted)
  }

  claim(claim: Claim): void {
    this.#taken.claims.push(claim)
  }

  begin(
    stored: StateVector,
  ): { readonly bytes: Uint8Array | null; readonly owners: readonly Claim[] } | null {
    if (!this.hasWork) return null
    const batch = this.#taken
    const bytes = batch.encode(stored)
    this.#taken = new Batch()
    this.#appending = { batch, bytes }
    return { bytes, owners: batch.claims }
  }

  /** What is being appended now; null when nothing is. */
  get appending(): Appending | null {
    return this.#appending
  }

  /** The append under way is on disk. */
  settle(): Appending | null {
    const settled = this.#appending
    this.#appending = null
    if (settled !== null) this.#stored = Math.max(this.#stored, settled.batch.through)
    return settled
  }

  /** The append under way failed: it waits at the front again, still untold. */
  fail(): void {
    if (this.#appending === null) return
    const batch = this.#appending.batch
    batch.append(this.#taken)
    this.#taken = batch
    this.#appending = null
  }
}
