import { NONE, type Struct } from '../update/structs.ts'
import { countUpTo } from './links.ts'
import { hashed } from './origin-table.ts'

/** Where a struct lies: in which list, and how deep. */
export interface Spot {
  /** a number for the list; or `NOWHERE`, or `UNDER_A_KEY` */
  readonly list: number
  /** in shared types, 1 in a root; 0 when that is not known */
  readonly depth: number
}

/** Nothing is left of it, not even where it lay. */
export const NOWHERE = 0
/** Under some key of some shared type: there the values before lie on its left, and nothing on its right. */
export const UNDER_A_KEY = 1

/** A number for the list of a shared type, or of a root. */
export function listOf(client: number, clock: number, root: string | null): number {
  if (root === null) return 2 + hashed(client, clock, 0)
  let name = 0
  for (let i = 0; i < root.length; i++) name = Math.imul(name, 31) + root.charCodeAt(i)
  return 2 + hashed(name >>> 0, 0, 1)
}

/** Nothing is known of where it lies. */
export const GONE: Spot = { list: NOWHERE, depth: 0 }

/** Where a struct lies, given where what it names does: in a root, in its parent, or beside its neighbours. */
export function spotBy(struct: Struct, parent: Spot | null, left: Spot | null, right: Spot | null): Spot {
  const { root, key, isGarbage, parentClient, parentClock } = struct
  if (isGarbage) return GONE
  if (root !== null) return { list: key === NONE ? listOf(NONE, NONE, root) : UNDER_A_KEY, depth: 1 }
  if (parent === null) return left ?? right ?? GONE
  const list = key === NONE ? listOf(parentClient, parentClock, null) : UNDER_A_KEY
  return { list, depth: parent.depth + 1 }
}

/** Depths are below this, the deepest that may be by far: one number holds a clock and a depth. */
const DEPTHS = 1024

/** Where the structs of one client lie: where runs that lie alike begin, how deep, and in which list. */
interface Runs {
  /** clock * DEPTHS + depth, growing */
  readonly froms: number[]
  readonly lists: number[]
}

/** Where each struct lies. Most lie where the one before them does, or under keys as it does, so runs are kept, not structs. */
export class Lists {
  readonly #clients = new Map<number, Runs>()

  /** Structs come in the order of their clocks. */
  add(client: number, clock: number, spot: Spot): void {
    const { list } = spot
    const depth = Math.min(spot.depth, DEPTHS - 1)
    let runs = this.#clients.get(client)
    if (runs === undefined) {
      runs = { froms: [], lists: [] }
      this.#clients.set(client, runs)
    }
    const last = runs.froms.length - 1
    if (last >= 0 && runs.lists[last] === list && (runs.froms[last] ?? 0) % DEPTHS === depth) return
    runs.froms.push(clock * DEPTHS + depth)
    runs.lists.push(list)
  }

  at(client: number, clock: number): Spot {
    const runs = this.#clients.get(client)
    if (runs === undefined) return { list: NOWHERE, depth: 0 }
    const after = countUpTo(runs.froms, (clock + 1) * DEPTHS - 1)
    return { list: runs.lists[after - 1] ?? NOWHERE, depth: (runs.froms[after - 1] ?? 0) % DEPTHS }
  }
}
