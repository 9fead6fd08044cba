import { NONE, type Section, type Struct } from '../update/structs.ts'
import { Links } from './links.ts'
import { HashSet, hashed, OriginTable } from './origin-table.ts'

/** Clocks below this fit beside the number of a client; what lies above (many billion letters) is taken at the worst. */
const CLOCKS = 2 ** 32

interface Writer {
  readonly number: number
  readonly links: Links
}

/**
 * How much work the structs of a layer can make for whoever integrates them, at the very most and in whatever order they come.
 *
 * Yjs puts an item between its origin and its right origin. When other items are there it walks over them, each time, for each
 * such item. Nothing is there when its writer had seen everything: then its right origin is what follows its origin here. So the
 * room keeps the leftmost item that named each origin. A second one that does not name the leftmost one as its right origin was
 * written without having seen it: the origin is *crowded*, and every item that names it, or builds on what does, costs.
 *
 * What is counted is an upper bound, cheap and far too high where many wrote at once; `weight.ts` finds out exactly.
 */
export class Crowding {
  readonly #base: Crowding | null
  readonly #writers = new Map<number, Writer>()
  /** by origin, or by the start of a list: the leftmost item that named it */
  readonly #leftmost = new OriginTable()
  /** the keys that have been set, hashed: whoever sets one again names the value before as its origin */
  readonly #keys = new HashSet()
  /** by origin: how many named it, where it is more than one */
  readonly #more = new Map<number, number>()
  readonly #crowded = new Set<number>()
  /** by item that begins a list, or did once: the start of that list */
  readonly #begins = new OriginTable()
  /** items without an origin in lists, and the most that ever named one origin */
  #lone: number
  #most = 1
  /** pieces that the layer may have fallen into */
  pieces: number
  /** how many items may have to walk over one piece that comes now */
  exposure: number
  /** steps of walking since the last weighing, at the most */
  steps = 0

  constructor(base: Crowding | null = null) {
    this.#base = base
    this.#lone = base === null ? 0 : base.#lone
    this.pieces = base === null ? 0 : base.pieces
    this.exposure = base === null ? 0 : base.exposure
  }

  /** What `structs` and `ranges` of deletions more may add at the most, without looking at them. */
  atMost(structs: number, ranges: number): number {
    const siblings = Math.max(this.#most, this.#lone) + structs + 2
    const walkers = this.exposure + structs * siblings
    return structs * (this.pieces + 3 * structs + 2 * ranges) + (3 * structs + 2 * ranges) * walkers
  }

  /** What would be, if these came too; this one stays as it is. */
  fork(): Crowding {
    return new Crowding(this)
  }

  /** The layer has been weighed: no piece is walked over by more than `exposure` items. */
  weighed(exposure: number): void {
    this.steps = 0
    this.exposure = exposure
  }

  /** Structs in the order in which they were put (`order.ts`). */
  addAll(sections: readonly Section[]): void {
    const [only] = sections
    if (sections.length === 1 && only !== undefined) {
      for (const struct of only.structs) this.add(only.client, struct)
      return
    }
    const all = sections.flatMap(({ client, structs }) => structs.map((struct) => ({ client, struct })))
    all.sort((a, b) => a.struct.rank - b.struct.rank)
    for (const { client, struct } of all) this.add(client, struct)
  }

  /** Each range of deletions cuts two pieces in two at the most. */
  addDeletions(ranges: number): void {
    this.pieces += ranges * 2
    this.steps += ranges * 2 * this.exposure
  }

  /** What of it is here already is passed over. */
  add(client: number, struct: Struct): void {
    const end = struct.clock + struct.length
    const { links } = this.#writer(client)
    const from = Math.max(struct.clock, links.end)
    if (from >= end) return
    // the rest of a struct whose beginning is here carries on from it
    const carriesOn = from > struct.clock || (!struct.isGarbage && this.#carriesOn(client, struct))
    const pieces =
      1 + (carriesOn || struct.originClient === NONE ? 0 : 1) + (struct.rightClient === NONE ? 0 : 1)
    links.note(from, this.pieces)
    this.pieces += pieces
    this.steps += pieces * this.exposure
    if (!carriesOn && !struct.isGarbage) this.#settle(client, struct)
    links.add(from, end - from, carriesOn)
  }

  /** True for what its client wrote after its own last struct, when nobody else has written there. */
  #carriesOn(client: number, struct: Struct): boolean {
    if (struct.originClient !== client || struct.originClock !== struct.clock - 1) return false
    return this.#leftmostOf(this.#id(client, struct.originClock)) === undefined
  }

  #settle(client: number, struct: Struct): void {
    const id = this.#id(client, struct.clock)
    if (Math.max(struct.clock + struct.length, struct.originClock, struct.rightClock) >= CLOCKS)
      this.#crowd(NONE, this.pieces)
    else if (struct.originClient !== NONE) this.#besideOrigin(id, struct)
    else if (struct.rightClient !== NONE) this.#beforeFirst(id, struct)
    else this.#first(id, struct)
  }

  #besideOrigin(id: number, struct: Struct): void {
    const { originClient, originClock } = struct
    const origin = this.#id(originClient, originClock)
    const named = this.#leftmostOf(origin)
    const carriedOn = this.#doesCarryOn(originClient, originClock + 1)
    const siblings = (named === undefined ? 0 : this.#count(origin)) + (carriedOn ? 1 : 0)
    if (siblings > 0) {
      const leftmost = named ?? this.#id(originClient, originClock + 1)
      if (this.#isCrowded(origin) || leftmost !== this.#rightOf(struct))
        this.#crowd(origin, siblings, this.#piecesBefore(originClient, originClock))
    }
    if (named !== undefined) this.#counted(origin)
    this.#leftmost.set(origin, id)
  }

  /** It has nothing to its left: then what follows it began the list. */
  #beforeFirst(id: number, struct: Struct): void {
    const right = this.#rightOf(struct)
    const start = this.#beginsOf(right)
    if (start === undefined) {
      this.#crowd(NONE, ++this.#lone)
      return
    }
    this.#lone++
    const siblings = this.#count(start)
    if (this.#isCrowded(start) || this.#leftmostOf(start) !== right) this.#crowd(start, siblings)
    this.#counted(start)
    this.#leftmost.set(start, id)
    this.#begins.set(id, start)
  }

  /** It has nothing on either side: it is the first in its list, or under its key. */
  #first(id: number, struct: Struct): void {
    const { parentClient, parentClock, root, key } = struct
    const place = root === null ? this.#id(parentClient, parentClock) : textHash(root)
    // ids are whole and positive: what is no id is kept apart by its sign
    const start = -2 - hashed(place, root === null ? 1 : 2, key)
    if (key !== NONE) {
      if (!this.#hasKey(start)) this.#keys.add(start)
      else {
        const siblings = this.#count(start)
        this.#crowd(start, siblings)
        this.#counted(start)
      }
      return
    }
    this.#lone++
    const named = this.#leftmostOf(start)
    if (named !== undefined) {
      this.#crowd(start, this.#count(start))
      this.#counted(start)
    }
    this.#leftmost.set(start, id)
    this.#begins.set(id, start)
  }

  #counted(origin: number): void {
    const siblings = this.#count(origin) + 1
    this.#more.set(origin, siblings)
    if (siblings > this.#most) this.#most = siblings
  }

  /**
   * It walks over all that came since its origin did, when there were `before` pieces, and all that comes; all `siblings` may walk
   * over it and what builds on it.
   */
  #crowd(origin: number, siblings: number, before = 0): void {
    if (origin !== NONE) this.#crowded.add(origin)
    this.steps += this.pieces - before
    this.exposure += siblings + 1
  }

  // What is here, or was when this was forked

  #writer(client: number): Writer {
    const known = this.#writers.get(client)
    if (known !== undefined) return known
    const before = this.#before(client)
    const number = before?.number ?? this.#clients
    const writer = { number, links: new Links(before?.links.end) }
    this.#writers.set(client, writer)
    return writer
  }

  get #clients(): number {
    return this.#writers.size + (this.#base === null ? 0 : this.#base.#writers.size)
  }

  #id(client: number, clock: number): number {
    return this.#writer(client).number * CLOCKS + (clock % CLOCKS)
  }

  #rightOf({ rightClient, rightClock }: Struct): number {
    return rightClient === NONE ? NONE : this.#id(rightClient, rightClock)
  }

  #doesCarryOn(client: number, clock: number): boolean {
    const before = this.#before(client)?.links
    if (before !== undefined && clock < before.end) return before.carriesOn(clock)
    return this.#writers.get(client)?.links.carriesOn(clock) ?? false
  }

  #before(client: number): Writer | undefined {
    return this.#base === null ? undefined : this.#base.#writers.get(client)
  }

  #piecesBefore(client: number, clock: number): number {
    const before = this.#before(client)?.links
    if (before !== undefined && clock < before.end) return before.piecesBefore(clock)
    return this.#writers.get(client)?.links.piecesBefore(clock) ?? 0
  }

  #leftmostOf(origin: number): number | undefined {
    return this.#leftmost.get(origin) ?? (this.#base === null ? undefined : this.#base.#leftmost.get(origin))
  }

  #hasKey(key: number): boolean {
    return this.#keys.has(key) || (this.#base === null ? false : this.#base.#keys.has(key))
  }

  #count(origin: number): number {
    return this.#more.get(origin) ?? (this.#base === null ? undefined : this.#base.#more.get(origin)) ?? 1
  }

  #isCrowded(origin: number): boolean {
    return this.#crowded.has(origin) || (this.#base === null ? false : this.#base.#crowded.has(origin))
  }

  #beginsOf(id: number): number | undefined {
    return this.#begins.get(id) ?? (this.#base === null ? undefined : this.#base.#begins.get(id))
  }
}

function textHash(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash, 31) + text.charCodeAt(i)
  return hash >>> 0
}
