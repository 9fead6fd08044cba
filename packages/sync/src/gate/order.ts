import { LIMITS } from '@second-story/protocol'
import { NONE, type Section, type Struct } from '../update/structs.ts'
import type { Knowledge } from './knowledge.ts'

/** Why structs cannot be put in order. `early`: something they name may still come. */
export type OrderProblem = { readonly early: string } | { readonly refused: string }

/**
 * Is there an order in which every struct comes after all that it names? Each client's structs stay in their order; what is
 * named must be in the room or come earlier in the same update, never the struct itself, forward or in a circle.
 */
export function findOrder(
  sections: readonly Section[],
  known: Knowledge,
  roots: ReadonlySet<string>,
): OrderProblem | null {
  return new Ordering(sections, known, roots).run()
}

interface Missing {
  readonly client: number
  readonly clock: number
}

class Ordering {
  readonly #sections: readonly Section[]
  readonly #known: Knowledge
  readonly #roots: ReadonlySet<string>
  /** by client: how far it has been put in order */
  readonly #placed = new Map<number, number>()
  /** by client: where its structs in this update end */
  readonly #ends = new Map<number, number>()
  readonly #structs = new Map<number, readonly Struct[]>()
  readonly #newTypes = new Set<string>()
  readonly #newDeleted = new Set<string>()
  /** by client waited for: sections that go on when it has come far enough */
  readonly #waiting = new Map<number, { readonly section: number; readonly clock: number }[]>()
  readonly #position: number[]
  #ranks = 0

  constructor(sections: readonly Section[], known: Knowledge, roots: ReadonlySet<string>) {
    this.#sections = sections
    this.#known = known
    this.#roots = roots
    this.#position = sections.map(() => 0)
    for (const { client, structs } of sections) {
      this.#structs.set(client, structs)
      const last = structs[structs.length - 1]
      if (last !== undefined) this.#ends.set(client, last.clock + last.length)
    }
  }

  run(): OrderProblem | null {
    const ready = this.#sections.map((_section, i) => i)
    for (let i = ready.pop(); i !== undefined; i = ready.pop()) {
      const problem = this.#advance(i)
      if (problem !== null) return problem
      ready.push(...this.#woken(i))
    }
    const stuck = this.#sections.some((section, i) => (this.#position[i] ?? 0) < section.structs.length)
    return stuck ? { refused: 'circular reference' } : null
  }

  /** Puts as many structs of a section in order as can be. */
  #advance(i: number): OrderProblem | null {
    const section = this.#sections[i]
    if (section === undefined) return null
    for (let at = this.#position[i] ?? 0; at < section.structs.length; at++) {
      const struct = section.structs[at] as Struct
      const missing = this.#missingFor(struct)
      if (missing !== null) {
        this.#position[i] = at
        return this.#wait(i, section.client, missing)
      }
      struct.depth = this.#depthOf(struct)
      struct.rank = this.#ranks++
      const problem = this.#checkParent(struct)
      if (problem !== null) return problem
      this.#place(section.client, struct)
    }
    this.#position[i] = section.structs.length
    return null
  }

  #wait(section: number, client: number, missing: Missing): OrderProblem | null {
    if (missing.clock >= (this.#ends.get(missing.client) ?? 0)) return { early: 'unknown reference' }
    if (missing.client === client) return { refused: 'circular reference' }
    const waiting = this.#waiting.get(missing.client)
    const entry = { section, clock: missing.clock }
    if (waiting === undefined) this.#waiting.set(missing.client, [entry])
    else waiting.push(entry)
    return null
  }

  #woken(i: number): number[] {
    const client = this.#sections[i]?.client ?? NONE
    const waiting = this.#waiting.get(client)
    if (waiting === undefined) return []
    const reached = this.#placed.get(client) ?? 0
    const still = waiting.filter((entry) => entry.clock >= reached)
    const woken = waiting.filter((entry) => entry.clock < reached)
    this.#waiting.set(client, still)
    return woken.map((entry) => entry.section)
  }

  #isHere(client: number, clock: number): boolean {
    return clock < this.#known.next(client) || clock < (this.#placed.get(client) ?? 0)
  }

  #missingFor(struct: Struct): Missing | null {
    const { originClient, originClock, rightClient, rightClock, parentClient, parentClock } = struct
    if (originClient !== NONE && !this.#isHere(originClient, originClock))
      return { client: originClient, clock: originClock }
    if (rightClient !== NONE && !this.#isHere(rightClient, rightClock))
      return { client: rightClient, clock: rightClock }
    if (parentClient !== NONE && !this.#isHere(parentClient, parentClock))
      return { client: parentClient, clock: parentClock }
    return null
  }

  /** A parent is a shared type, or was one before it was deleted. */
  #checkParent(struct: Struct): OrderProblem | null {
    const { root, parentClient, parentClock } = struct
    if (root !== null && !this.#roots.has(root)) return { refused: 'unknown root' }
    if (struct.isType && struct.depth > LIMITS.typeDepth) return { refused: 'nested too deeply' }
    if (parentClient === NONE || this.#known.isType(parentClient, parentClock)) return null
    if (this.#known.isDeleted(parentClient, parentClock)) return null
    const id = `${parentClient}:${parentClock}`
    return this.#newTypes.has(id) || this.#newDeleted.has(id) ? null : { refused: 'parent is not a type' }
  }

  /** In a root, in its parent, or beside its neighbour. */
  #depthOf(struct: Struct): number {
    const { root, originClient, originClock, rightClient, rightClock, parentClient, parentClock } = struct
    if (root !== null) return 1
    if (parentClient !== NONE) return this.#depthAt(parentClient, parentClock) + 1
    if (originClient !== NONE) return this.#depthAt(originClient, originClock)
    return rightClient === NONE ? 0 : this.#depthAt(rightClient, rightClock)
  }

  /** Of something that is in the room, or was put in order before. */
  #depthAt(client: number, clock: number): number {
    if (clock < this.#known.next(client)) return this.#known.depthAt(client, clock)
    const structs = this.#structs.get(client) ?? []
    let low = 0
    let high = structs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((structs[middle]?.clock ?? 0) <= clock) low = middle + 1
      else high = middle
    }
    return structs[low - 1]?.depth ?? 0
  }

  #place(client: number, struct: Struct): void {
    this.#placed.set(client, struct.clock + struct.length)
    if (struct.isType) this.#newTypes.add(`${client}:${struct.clock}`)
    else if (struct.isDeleted && struct.length === 1) this.#newDeleted.add(`${client}:${struct.clock}`)
  }
}
