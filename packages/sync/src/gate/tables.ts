import type { Section, Struct } from '../update/structs.ts'
import { Bundles } from './bundles.ts'
import { countUpTo } from './links.ts'
import { Lists, type Spot } from './lists.ts'
import { ValueRuns } from './value-runs.ts'
import { Work } from './work.ts'

/** What is known of each struct of a layer: which are shared types, where they lie, what work they make. */
export class Tables {
  readonly #vector = new Map<number, number>()
  /** by client: clocks of shared types, growing; a fifth of what a Set takes */
  readonly #types = new Map<number, number[]>()
  readonly #lists = new Lists()
  readonly bundles = new Bundles()
  readonly values = new ValueRuns()
  /** how much work the layer makes for those who load it */
  readonly work = new Work()

  /** The first clock of `client` that is not in them yet. */
  next(client: number): number {
    return this.#vector.get(client) ?? 0
  }

  isType(client: number, clock: number): boolean {
    const types = this.#types.get(client)
    return types !== undefined && types[countUpTo(types, clock) - 1] === clock
  }

  spotOf(client: number, clock: number): Spot {
    return this.#lists.at(client, clock)
  }

  /** Takes structs that were put in order, and so many ranges of deletions; `account`: whose they are, empty when stored. */
  learn(sections: readonly Section[], ranges: number, account: string): void {
    this.work.learn(sections, ranges, account)
    for (const { client, structs } of sections) for (const struct of structs) this.#add(client, struct)
  }

  /** Takes one stored struct, in the order in which they are put. */
  learnStruct(client: number, struct: Struct): void {
    this.work.learnStored(client, struct)
    this.#add(client, struct)
  }

  /** Takes the deletions of a stored update, after its structs. */
  learnRanges(ranges: number): void {
    this.work.learn([], ranges, '')
  }

  #add(client: number, struct: Struct): void {
    const end = struct.clock + struct.length
    if (end > this.next(client)) {
      this.#vector.set(client, end)
      this.#lists.add(client, struct.clock, struct)
      this.bundles.add(client, struct)
      this.values.add(client, struct)
    }
    if (struct.isType) this.#addType(client, struct.clock)
  }

  #addType(client: number, clock: number): void {
    const types = this.#types.get(client)
    if (types === undefined) this.#types.set(client, [clock])
    else if (clock > (types[types.length - 1] ?? -1)) types.push(clock)
    else if (!this.isType(client, clock)) types.splice(countUpTo(types, clock), 0, clock)
  }
}
