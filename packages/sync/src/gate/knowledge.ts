import { DeleteSet } from '../update/delete-set.ts'
import type { Section, Struct, Update } from '../update/structs.ts'
import { Bundles } from './bundles.ts'
import { Lists, type Spot } from './lists.ts'
import { ValueRuns } from './value-runs.ts'
import { Work } from './work.ts'

/**
 * What a room knows of its layer without a document: how far each client has come, which ids are shared types, and what
 * is deleted. Enough to judge every update (SPEC.md rule 2).
 */
export class Knowledge {
  readonly #vector = new Map<number, number>()
  readonly #types = new Map<number, Set<number>>()
  readonly #lists = new Lists()
  readonly bundles = new Bundles()
  readonly values = new ValueRuns()
  /** how much work the layer makes for those who load it */
  readonly work = new Work()
  /** Deletions on disk: what a step 2 carries. */
  #stored = new DeleteSet()
  /** Deletions taken but not on disk yet. */
  #fresh = new DeleteSet()

  get vector(): ReadonlyMap<number, number> {
    return this.#vector
  }

  get storedDeletes(): DeleteSet {
    return this.#stored
  }

  /** The first clock of `client` that is not here yet. */
  next(client: number): number {
    return this.#vector.get(client) ?? 0
  }

  isType(client: number, clock: number): boolean {
    return this.#types.get(client)?.has(clock) ?? false
  }

  spotOf(client: number, clock: number): Spot {
    return this.#lists.at(client, clock)
  }

  isDeleted(client: number, clock: number, length = 1): boolean {
    return this.#stored.covers(client, clock, length) || this.#fresh.covers(client, clock, length)
  }

  /** Takes over what an update of `account` brought; `deleted` goes to what is not on disk yet. */
  learn(sections: readonly Section[], deleted: DeleteSet, account = ''): void {
    this.work.learn(sections, deleted.rangeCount, account)
    this.#learnSections(sections)
    this.#fresh.merge(deleted)
  }

  /** Takes over an update read from disk: it was judged when it was written. What is on its way stays so. */
  learnStored(update: Update): void {
    this.work.learn(update.sections, update.deletes.length, '')
    this.#learnSections(update.sections)
    this.#stored.merge(deletedBy(update))
  }

  /** What follows from what is on disk. */
  learnStoredDeletes(deleted: DeleteSet): void {
    this.#stored.merge(deleted)
  }

  /** `settled` is on disk now; `pending` is what is still not. */
  settle(settled: DeleteSet, pending: DeleteSet): void {
    this.#stored.merge(settled)
    this.#fresh = pending
  }

  #learnSections(sections: readonly Section[]): void {
    for (const section of sections)
      for (const struct of section.structs) this.#learnStruct(section.client, struct)
  }

  #learnStruct(client: number, struct: Struct): void {
    const end = struct.clock + struct.length
    if (end > this.next(client)) {
      this.#vector.set(client, end)
      this.#lists.add(client, struct.clock, struct)
      this.bundles.add(client, struct)
      this.values.add(client, struct)
    }
    if (!struct.isType) return
    const types = this.#types.get(client)
    if (types === undefined) this.#types.set(client, new Set([struct.clock]))
    else types.add(struct.clock)
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
