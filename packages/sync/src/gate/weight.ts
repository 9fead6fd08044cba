import { NONE, type Struct, type Update } from '../update/structs.ts'
import { hashed } from './origin-table.ts'

/** What it may cost to integrate a layer, at the most, in whatever order its structs come. */
export interface Weight {
  /** pieces that items walk over, all together */
  readonly steps: number
  /** how many items walk over one piece, at the most */
  readonly exposure: number
}

/**
 * Weighs a layer. Yjs puts an item X between its origin and its right origin by walking over what lies there; it walks only over
 * its siblings (that name the same origin) and over what builds on them. It does not walk over a sibling S
 * - that it names as its right origin, or that follows from that one in the same way: S lies further right;
 * - that follows from X in that way: S cannot be here before X;
 * - that names the same right origin under the same or a higher client: there Yjs stops.
 * Every other sibling may be there before X, and everything that builds on it: these pieces are counted for X.
 */
export function weigh(updates: readonly Update[]): Weight {
  return new Weighing(updates).run()
}

interface Writer {
  readonly client: number
  readonly structs: Struct[]
  readonly cuts: number[]
  /** where its pieces begin, and the number of the first */
  readonly froms: number[]
  first: number
  end: number
}

const GONE = -2
/** lists are numbered downwards from here */
const LISTS = -3

class Weighing {
  readonly #writers = new Map<number, Writer>()
  /** by piece: its client, the pieces it lies beside (NONE for none, GONE for garbage), its struct */
  readonly #clients: number[] = []
  readonly #origins: number[] = []
  readonly #rights: number[] = []
  readonly #structs: Struct[] = []
  /** by start of a list: a number below zero that stands for it, other than NONE and GONE */
  readonly #lists = new Map<number, number>()
  readonly #keyed = new Set<number>()
  /** by piece: the list it lies in, where that was looked for; 0 where it was not */
  #listsOf = new Int32Array(0)
  /** by piece: its place among its siblings, while these are looked at */
  #places = new Int32Array(0)
  /** by client: how many clients are lower */
  readonly #ranks = new Map<number, number>()
  /** by piece: the first and the next of the pieces that name it, or the same origin; by list: the first */
  #firsts = new Int32Array(0)
  #nexts = new Int32Array(0)
  readonly #listFirsts: number[] = []
  #total = 0
  #most = 0

  constructor(updates: readonly Update[]) {
    for (const update of updates) this.#gather(update)
  }

  run(): Weight {
    for (const writer of this.#writers.values()) this.#cut(writer)
    for (const writer of this.#writers.values()) this.#join(writer)
    this.#listsOf = new Int32Array(this.#structs.length)
    this.#places = new Int32Array(this.#structs.length)
    for (const client of Float64Array.from(this.#writers.keys()).sort())
      this.#ranks.set(client, this.#ranks.size)
    this.#firsts = new Int32Array(this.#structs.length).fill(NONE)
    this.#nexts = new Int32Array(this.#structs.length).fill(NONE)
    for (let piece = 0; piece < this.#structs.length; piece++) this.#group(piece)
    this.#walk()
    return { steps: this.#total, exposure: this.#most }
  }

  // Pieces: structs, cut wherever something lies beside their middle or is deleted

  #writer(client: number): Writer {
    const known = this.#writers.get(client)
    if (known !== undefined) return known
    const writer: Writer = { client, structs: [], cuts: [], froms: [], first: 0, end: 0 }
    this.#writers.set(client, writer)
    return writer
  }

  #gather({ sections, deletes }: Update): void {
    for (const { client, structs } of sections) {
      const writer = this.#writer(client)
      for (const struct of structs) {
        const end = struct.clock + struct.length
        if (end <= writer.end) continue
        if (struct.clock < writer.end) writer.cuts.push(writer.end)
        writer.structs.push(struct)
        writer.end = end
        if (
          struct.originClient !== NONE &&
          (struct.originClient !== client || struct.originClock !== struct.clock - 1)
        )
          this.#writer(struct.originClient).cuts.push(struct.originClock + 1)
        if (struct.rightClient !== NONE) this.#writer(struct.rightClient).cuts.push(struct.rightClock)
      }
    }
    for (const { client, clock, length } of deletes) this.#writer(client).cuts.push(clock, clock + length)
  }

  #cut(writer: Writer): void {
    const cuts = Float64Array.from(writer.cuts).sort()
    writer.first = this.#structs.length
    let at = 0
    let reached = 0
    for (const struct of writer.structs) {
      const end = struct.clock + struct.length
      let from = Math.max(struct.clock, reached)
      this.#piece(writer, struct, from)
      while (at < cuts.length && (cuts[at] ?? 0) < end) {
        const cut = cuts[at++] ?? 0
        if (cut <= from || struct.isGarbage) continue
        from = cut
        this.#piece(writer, struct, from)
      }
      reached = end
    }
  }

  #piece(writer: Writer, struct: Struct, from: number): void {
    writer.froms.push(from)
    this.#clients.push(writer.client)
    this.#structs.push(struct)
    this.#origins.push(NONE)
    this.#rights.push(NONE)
  }

  /** The piece that holds an id; GONE for garbage and for what is not here. */
  #find(client: number, clock: number): number {
    const writer = this.#writers.get(client)
    if (writer === undefined || clock >= writer.end) return GONE
    let low = 0
    let high = writer.froms.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((writer.froms[middle] ?? 0) <= clock) low = middle + 1
      else high = middle
    }
    const piece = writer.first + low - 1
    return low === 0 || this.#structs[piece]?.isGarbage ? GONE : piece
  }

  #join(writer: Writer): void {
    for (const [i, from] of writer.froms.entries()) {
      const piece = writer.first + i
      const struct = this.#structs[piece] as Struct
      const { originClient, originClock, rightClient, rightClock } = struct
      if (struct.isGarbage) this.#origins[piece] = GONE
      else if (from > struct.clock) this.#origins[piece] = i === 0 ? GONE : piece - 1
      else if (originClient !== NONE) this.#origins[piece] = this.#find(originClient, originClock)
      if (rightClient !== NONE) this.#rights[piece] = this.#find(rightClient, rightClock)
    }
  }

  // Siblings

  #group(piece: number): void {
    if (this.#origins[piece] === GONE || this.#rights[piece] === GONE) return
    const origin = this.#origins[piece] === NONE ? this.#listOf(piece) : (this.#origins[piece] ?? GONE)
    if (origin === GONE) return
    const firsts = origin < 0 ? this.#listFirsts : this.#firsts
    const at = origin < 0 ? LISTS - origin : origin
    this.#nexts[piece] = firsts[at] ?? NONE
    firsts[at] = piece
  }

  /** The list that a piece lies in, found along its neighbours. */
  #listOf(piece: number): number {
    const path: number[] = []
    let at = piece
    let list = this.#listsOf[at] ?? 0
    while (list === 0) {
      path.push(at)
      const origin = this.#origins[at] ?? GONE
      const next = origin === NONE ? (this.#rights[at] ?? GONE) : origin
      if (next === GONE) list = GONE
      else if (next === NONE) list = this.#listNamed(this.#structs[at] as Struct)
      else {
        at = next
        list = this.#listsOf[at] ?? 0
      }
    }
    for (const one of path) this.#listsOf[one] = list
    return list
  }

  #listNamed({ parentClient, parentClock, root, key }: Struct): number {
    if (root !== null) return this.#list(NONE, root.length * 256 + root.charCodeAt(0), key)
    return parentClient === NONE ? GONE : this.#list(parentClient, parentClock, key)
  }

  #list(client: number, clock: number, key: number): number {
    const hash = hashed(client, clock, key)
    const known = this.#lists.get(hash)
    if (known !== undefined) return known
    const list = LISTS - this.#lists.size
    this.#lists.set(hash, list)
    if (key !== NONE) this.#keyed.add(list)
    return list
  }

  // Counting: from the starts of the lists outwards, a piece is walked over by whoever walks over what it builds on

  #walk(): void {
    const walkers = new Float64Array(this.#structs.length)
    const open: number[] = [...this.#lists.values()]
    for (let origin = open.pop(); origin !== undefined; origin = open.pop()) {
      const first = (origin < 0 ? this.#listFirsts[LISTS - origin] : this.#firsts[origin]) ?? NONE
      const before = origin < 0 ? 0 : (walkers[origin] ?? 0)
      if (first !== NONE && this.#nexts[first] === NONE) this.#count(walkers, first, before)
      else if (first !== NONE) this.#countAll(walkers, origin, first, before)
      for (let piece = first; piece !== NONE; piece = this.#nexts[piece] ?? NONE) open.push(piece)
    }
  }

  #countAll(walkers: Float64Array, origin: number, first: number, before: number): void {
    const siblings: number[] = []
    for (let piece = first; piece !== NONE; piece = this.#nexts[piece] ?? NONE) siblings.push(piece)
    const more = this.#walkersOver(siblings, this.#keyed.has(origin))
    for (const [i, piece] of siblings.entries()) this.#count(walkers, piece, before + (more[i] ?? 0))
  }

  #count(walkers: Float64Array, piece: number, all: number): void {
    walkers[piece] = all
    this.#total += all
    this.#most = Math.max(this.#most, all)
  }

  /** By sibling: how many of the others may walk over it. */
  #walkersOver(siblings: readonly number[], isKeyed: boolean): number[] {
    // whoever sets a key without naming the value before walks from the last value to the first
    if (isKeyed) return siblings.map(() => siblings.length - 1)
    const [a, b] = siblings
    if (siblings.length === 2 && a !== undefined && b !== undefined)
      return [this.#walks(b, a), this.#walks(a, b)]
    siblings.forEach((piece, i) => {
      this.#places[piece] = i
    })
    const rights = siblings.map((piece) => {
      const place = this.#places[this.#rights[piece] ?? NONE] ?? NONE
      return siblings[place] === this.#rights[piece] ? place : NONE
    })
    const depths = depthsOf(rights)
    const following = followingOf(rights, depths)
    const stopped = this.#stoppedAt(siblings)
    return siblings.map((_piece, i) =>
      Math.max(0, siblings.length - 1 - (depths[i] ?? 0) - (following[i] ?? 0) - (stopped[i] ?? 0)),
    )
  }

  /** Does one walk over its only sibling? 1 or 0. */
  #walks(one: number, other: number): number {
    if (this.#rights[one] === other || this.#rights[other] === one) return 0
    const stops = this.#rights[one] === this.#rights[other]
    return stops && (this.#clients[one] ?? 0) <= (this.#clients[other] ?? 0) ? 0 : 1
  }

  /** By sibling: how many others name the same right origin under the same or a lower client, and so stop there. */
  #stoppedAt(siblings: readonly number[]): number[] {
    const clients = this.#ranks.size
    const keys = siblings.map(
      (piece) =>
        ((this.#rights[piece] ?? NONE) + 1) * clients + (this.#ranks.get(this.#clients[piece] ?? NONE) ?? 0),
    )
    const sorted = Float64Array.from(keys).sort()
    return keys.map((key) => countBelow(sorted, key + 1) - countBelow(sorted, key - (key % clients)) - 1)
  }
}

function countBelow(sorted: Float64Array, limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** How many siblings lie along the right origins of each. */
function depthsOf(rights: readonly number[]): number[] {
  const depths = rights.map(() => -1)
  for (let i = 0; i < rights.length; i++) {
    const path: number[] = []
    let at = i
    while (at !== -1 && depths[at] === -1) {
      path.push(at)
      at = rights[at] ?? -1
    }
    let depth = at === -1 ? -1 : (depths[at] ?? 0)
    for (let one = path.pop(); one !== undefined; one = path.pop()) depths[one] = ++depth
  }
  return depths
}

/** How many siblings reach each along their right origins. */
function followingOf(rights: readonly number[], depths: readonly number[]): number[] {
  const following = rights.map(() => 0)
  const order = Float64Array.from(rights, (_right, i) => (depths[i] ?? 0) * rights.length + i).sort()
  for (let at = order.length - 1; at >= 0; at--) {
    const i = (order[at] ?? 0) % rights.length
    const right = rights[i] ?? NONE
    if (right >= 0) following[right] = (following[right] ?? 0) + 1 + (following[i] ?? 0)
  }
  return following
}
