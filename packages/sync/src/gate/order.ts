import { LIMITS } from '@second-story/protocol'
import { type DeleteRange, NONE, type Section, type Struct } from '../update/structs.ts'
import { isBundle } from './bundles.ts'
import type { Knowledge } from './knowledge.ts'
import { GONE, type Spot, spotBy, UNDER_A_KEY } from './lists.ts'

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
  deletes: readonly DeleteRange[] = [],
): OrderProblem | null {
  const ordering = new Ordering(sections, known, { known, roots })
  return ordering.run() ?? ordering.checkDeletes(deletes, known)
}

/**
 * The same for what was judged before it was stored, row by row or before it was joined with others. What lay where when it was
 * judged may not be known any more (a deleted parent is let go of), so all that is asked is whether there is an order.
 */
export function findStoredOrder(sections: readonly Section[], known: Here): OrderProblem | null {
  return new Ordering(sections, known, null).run()
}

/** What is here: how far each client has come, and where its structs lie. */
export interface Here {
  next(client: number): number
  spotOf(client: number, clock: number): Spot
}

interface Missing {
  readonly client: number
  readonly clock: number
}

/** What is asked of structs that are not trusted. */
interface Gate {
  readonly known: Knowledge
  readonly roots: ReadonlySet<string>
}

class Ordering {
  readonly #sections: readonly Section[]
  readonly #here: Here
  /** null: where structs lie is not questioned */
  readonly #gate: Gate | null
  /** by client: how far it has been put in order */
  readonly #placed = new Map<number, number>()
  /** by client: where its structs in this update end */
  readonly #ends = new Map<number, number>()
  readonly #structs = new Map<number, readonly Struct[]>()
  /** by client waited for: sections that go on when it has come far enough */
  readonly #waiting = new Map<number, { readonly section: number; readonly clock: number }[]>()
  readonly #position: number[]
  #ranks = 0

  constructor(sections: readonly Section[], here: Here, gate: Gate | null) {
    this.#sections = sections
    this.#here = here
    this.#gate = gate
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

  checkDeletes(deletes: readonly DeleteRange[], known: Knowledge): OrderProblem | null {
    const cuts = deletes.some(
      ({ client, clock, length }) =>
        this.#isCut(client, clock, known) || this.#isCut(client, clock + length, known),
    )
    return cuts ? { refused: 'cuts what lies under one key' } : null
  }

  /** Does a cut before `clock` go through several values under one key (`bundles.ts`)? */
  #isCut(client: number, clock: number, known: Knowledge): boolean {
    if (clock <= known.next(client)) return known.bundles.isCut(client, clock)
    const struct = this.#structAt(client, clock - 1)
    return struct !== undefined && isBundle(struct) && clock < struct.clock + struct.length
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
      const spot = this.#spotOf(struct)
      if (typeof spot === 'string') return { refused: spot }
      struct.list = spot.list
      struct.depth = spot.depth
      struct.rank = this.#ranks++
      const problem = this.#gate === null ? null : this.#checkParent(struct, this.#gate)
      if (problem !== null) return problem
      this.#placed.set(section.client, struct.clock + struct.length)
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
    return clock < this.#here.next(client) || clock < (this.#placed.get(client) ?? 0)
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
  #checkParent(struct: Struct, { known, roots }: Gate): OrderProblem | null {
    const { root, parentClient, parentClock } = struct
    if (root !== null && !roots.has(root)) return { refused: 'unknown root' }
    if (struct.isType && struct.depth > LIMITS.typeDepth) return { refused: 'nested too deeply' }
    if (parentClient === NONE || known.isType(parentClient, parentClock)) return null
    if (known.isDeleted(parentClient, parentClock)) return null
    const parent = this.#structAt(parentClient, parentClock)
    return parent?.isType || parent?.isDeleted ? null : { refused: 'parent is not a type' }
  }

  /**
   * In a root, in its parent, or beside its neighbours. Yjs does not look whether these lie in one list; where they do not, it
   * depends on the order of integration where the struct lies, and people see different boards.
   */
  #spotOf(struct: Struct): Spot | string {
    const { root, isGarbage, originClient, originClock, rightClient, parentClient } = struct
    const isNamed = isGarbage || root !== null
    const parent = isNamed || parentClient === NONE ? null : this.#spotAt(parentClient, struct.parentClock)
    const left = isNamed || originClient === NONE ? null : this.#spotAt(originClient, originClock)
    const right = isNamed || rightClient === NONE ? null : this.#spotAt(rightClient, struct.rightClock)
    if (this.#gate !== null) {
      const { known } = this.#gate
      if (left?.list === UNDER_A_KEY && this.#isCut(originClient, originClock + 1, known))
        return 'cuts what lies under one key'
      if (right?.list === UNDER_A_KEY) return 'beside a value'
      if (left !== null && right !== null && left.list !== right.list) return 'between two lists'
    }
    return spotBy(struct, parent, left, right)
  }

  #spotAt(client: number, clock: number): Spot {
    if (clock < this.#here.next(client)) return this.#here.spotOf(client, clock)
    return this.#structAt(client, clock) ?? GONE
  }

  /** What this update says of an id that the room has not; it was put in order before. */
  #structAt(client: number, clock: number): Struct | undefined {
    const structs = this.#structs.get(client) ?? []
    let low = 0
    let high = structs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((structs[middle]?.clock ?? 0) <= clock) low = middle + 1
      else high = middle
    }
    return structs[low - 1]
  }
}
