import type { Section, Struct, Update } from '../update/structs.ts'
import { Crowding } from './crowding.ts'
import { type Weight, weigh } from './weight.ts'

/** Steps of Yjs' walk over what others wrote at the same place; a million take a third of a second. */
export const WORK = {
  /** may come in unweighed, and some more for each piece there is … */
  unweighed: 250_000,
  unweighedEach: 5,
  /** … and up to so many times as much where weighing found next to nothing before */
  patience: 8,
  /** may come with one update */
  update: 150_000,
  /** may be made by one account while a room is open */
  account: 1_000_000,
  /** what a weighing counts for, for each piece: whoever asks for many is made to stop */
  weighing: 0.25,
  /** may lie in one layer */
  layer: 5_000_000,
  /** are given back to an account for each struct that it writes */
  givenBack: 16,
  /** are nobody's concern, for each struct */
  free: 4,
} as const

/**
 * Bounds the work that a layer makes for those who load it (SPEC.md rule 2). What might be too much is weighed exactly, which
 * takes the whole layer; honest people hardly ever come near.
 */
export class Work {
  readonly #crowding = new Crowding()
  /** steps when the layer was last weighed */
  #weighed = 0
  #patience = 1
  /** by account: steps since then at the most, and what was found before */
  readonly #since = new Map<string, number>()
  readonly #spent = new Map<string, number>()
  /** what was weighed before it was let in */
  readonly #found = new WeakMap<readonly Section[], Weight>()

  /** How much there is, and what it is feared to make. */
  get counted(): { readonly pieces: number; readonly steps: number } {
    const { pieces, steps } = this.#crowding
    return { pieces, steps }
  }

  /** May it come? `layer` gives everything that is here. */
  admits(update: Update, account: string, layer: () => readonly Update[]): boolean {
    const spent = this.#spent.get(account) ?? 0
    const isFull = spent >= WORK.account || this.#weighed >= WORK.layer
    if (!isFull && this.#isTrusted(this.#atMost(update))) return true
    const feared = this.#feared(update)
    const free = structsOf(update.sections) * WORK.free
    if (feared <= free) return true
    if (spent >= WORK.account) return false
    if (!isFull && this.#isTrusted(feared)) return true
    const here = layer()
    this.#weigh(here)
    this.#spend(account, this.#crowding.pieces * WORK.weighing)
    const weight = weigh([...here, update])
    const added = weight.steps - this.#weighed
    this.#found.set(update.sections, weight)
    if (added <= free) return true
    return added <= WORK.update && spent + added <= WORK.account && weight.steps <= WORK.layer
  }

  /** One struct that is stored is here now; the same as with others of its update. */
  learnStored(client: number, struct: Struct): void {
    const before = this.#crowding.steps
    this.#crowding.add(client, struct)
    const added = this.#crowding.steps - before
    if (added > 0) this.#since.set('', (this.#since.get('') ?? 0) + added)
  }

  /** It is here now. */
  learn(sections: readonly Section[], ranges: number, account: string): void {
    const before = this.#crowding.steps
    this.#crowding.addAll(sections)
    const spent = this.#spent.get(account)
    if (spent !== undefined)
      this.#spent.set(account, Math.max(0, spent - structsOf(sections) * WORK.givenBack))
    if (ranges > 0) this.#crowding.addDeletions(ranges)
    const weight = this.#found.get(sections)
    if (weight === undefined) {
      const added = this.#crowding.steps - before
      if (added > 0) this.#since.set(account, (this.#since.get(account) ?? 0) + added)
      return
    }
    this.#spend(account, weight.steps - this.#weighed)
    this.#weighed = weight.steps
    this.#crowding.weighed(weight.exposure)
  }

  get #trust(): number {
    return (WORK.unweighed + WORK.unweighedEach * this.#crowding.pieces) * this.#patience
  }

  /** What an update may add, at a glance. */
  #atMost({ sections, deletes }: Update): number {
    return this.#crowding.atMost(structsOf(sections), deletes.length)
  }

  #feared({ sections, deletes }: Update): number {
    const then = this.#crowding.fork()
    then.addAll(sections)
    then.addDeletions(deletes.length)
    return then.steps
  }

  #isTrusted(feared: number): boolean {
    if (feared > Math.max(WORK.update, this.#crowding.pieces * 2)) return false
    return feared + this.#crowding.steps <= this.#trust
  }

  /** Finds out what there is, and whose it is: each account's share of what was feared. */
  #weigh(layer: readonly Update[]): void {
    const weight = weigh(layer)
    const feared = this.#crowding.steps
    const found = Math.max(0, weight.steps - this.#weighed)
    this.#patience = found * 20 < feared ? Math.min(WORK.patience, this.#patience * 2) : 1
    for (const [account, steps] of this.#since) this.#spend(account, (steps / Math.max(1, feared)) * found)
    this.#since.clear()
    this.#weighed = weight.steps
    this.#crowding.weighed(weight.exposure)
  }

  #spend(account: string, steps: number): void {
    if (steps > 0) this.#spent.set(account, (this.#spent.get(account) ?? 0) + steps)
  }
}

function structsOf(sections: readonly Section[]): number {
  let structs = 0
  for (const section of sections) structs += section.structs.length
  return structs
}
