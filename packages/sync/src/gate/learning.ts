import { ByteReader, Malformed } from '@second-story/protocol'
import { readStruct } from '../update/read.ts'
import type { Stretch, Unread } from '../update/stretch.ts'
import { NONE, type Struct } from '../update/structs.ts'
import { type Spot, spotBy } from './lists.ts'
import type { Tables } from './tables.ts'

/**
 * Brings what is stored into the tables of the gate, one update after the other, a few structs at a time. The bytes are kept
 * until they are learned, nothing else is. In the end the tables are those that learning all at once would have made.
 */
export class Learning {
  readonly #tables: Tables
  #parts: Unread[] = []
  #current: Reading | null = null
  #left = 0

  constructor(tables: Tables) {
    this.#tables = tables
  }

  /** What was stored after all that was added before. */
  add(part: Unread): void {
    this.#parts.push(part)
    this.#left += structsOf(part)
  }

  get isDone(): boolean {
    return this.#current === null && this.#parts.length === 0
  }

  /** How many structs are still to be learned. */
  get left(): number {
    return this.#left
  }

  /** Goes on for so many structs, at least; throws `Malformed` when what was stored is not what it was said to be. */
  go(structs: number): void {
    for (let budget = structs; budget > 0; ) {
      this.#current ??= this.#next()
      if (this.#current === null) return
      const learned = this.#current.go(budget)
      this.#left -= learned
      budget -= Math.max(1, learned)
      if (this.#current.isDone) this.#current = null
    }
  }

  #next(): Reading | null {
    const part = this.#parts.shift()
    return part === undefined ? null : new Reading(part, this.#tables)
  }

  /** What is left is never learned. */
  giveUp(): void {
    this.#parts = []
    this.#current = null
    this.#left = 0
  }
}

function structsOf({ stretches }: Unread): number {
  return stretches.reduce((sum, { count }) => sum + count, 0)
}

/** How far the structs of one client are read. */
interface Cursor {
  readonly stretch: Stretch
  readonly reader: ByteReader
  clock: number
  left: number
  /** read, and waiting for what it names */
  struct: Struct | null
}

/** Reads one update in an order in which every struct comes after all that it names: the order that `order.ts` finds. */
class Reading {
  readonly #tables: Tables
  readonly #ranges: number
  readonly #cursors: readonly Cursor[]
  /** cursors that can go on, the last one first */
  readonly #ready: number[]
  /** by client waited for: cursors that go on when it has come far enough */
  readonly #waiting = new Map<number, { readonly cursor: number; readonly clock: number }[]>()
  isDone = false

  constructor({ bytes, stretches, ranges }: Unread, tables: Tables) {
    this.#tables = tables
    this.#ranges = ranges
    this.#cursors = stretches.map((stretch) => {
      const reader = new ByteReader(bytes, stretch.at)
      return { stretch, reader, clock: stretch.clock, left: stretch.count, struct: null }
    })
    this.#ready = stretches.map((_stretch, i) => i)
  }

  /** Returns how many structs were learned. */
  go(budget: number): number {
    let learned = 0
    while (learned < budget && !this.isDone) {
      const i = this.#ready.pop() ?? this.#stuck()
      if (i === null) this.#finish()
      else learned += this.#advance(i, budget - learned)
    }
    return learned
  }

  #finish(): void {
    for (const { clock, stretch } of this.#cursors)
      if (clock !== stretch.end) throw new Malformed('ends elsewhere than was said')
    this.#tables.learnRanges(this.#ranges)
    this.isDone = true
  }

  /** What cannot be put in order was let in all the same: it is learned as it stands. */
  #stuck(): number | null {
    const i = this.#cursors.findIndex(({ left }) => left > 0)
    const cursor = this.#cursors[i]
    if (cursor === undefined) return null
    if (cursor.struct !== null) this.#place(cursor, cursor.struct)
    return i
  }

  /** Learns as many structs of one client as can be, and as may be. */
  #advance(i: number, budget: number): number {
    const cursor = this.#cursors[i] as Cursor
    const { client } = cursor.stretch
    let learned = 0
    for (; cursor.left > 0; learned++) {
      if (learned === budget) {
        this.#ready.push(i)
        return learned
      }
      const struct = cursor.struct ?? readStruct(cursor.reader, cursor.clock)
      if (this.#mustWait(i, struct)) {
        cursor.struct = struct
        break
      }
      this.#place(cursor, struct)
    }
    this.#wake(client)
    return learned
  }

  #place(cursor: Cursor, struct: Struct): void {
    const { originClient, rightClient, parentClient } = struct
    const parent = parentClient === NONE ? null : this.#spotAt(parentClient, struct.parentClock)
    const left = originClient === NONE ? null : this.#spotAt(originClient, struct.originClock)
    const right = rightClient === NONE ? null : this.#spotAt(rightClient, struct.rightClock)
    const { list, depth } = spotBy(struct, parent, left, right)
    struct.list = list
    struct.depth = depth
    this.#tables.learnStruct(cursor.stretch.client, struct)
    cursor.clock += struct.length
    cursor.left--
    cursor.struct = null
  }

  #spotAt(client: number, clock: number): Spot {
    return this.#tables.spotOf(client, clock)
  }

  /** True when it names something that is not here yet. */
  #mustWait(i: number, struct: Struct): boolean {
    const { originClient, originClock, rightClient, rightClock, parentClient, parentClock } = struct
    return (
      this.#waitsFor(i, originClient, originClock) ||
      this.#waitsFor(i, rightClient, rightClock) ||
      this.#waitsFor(i, parentClient, parentClock)
    )
  }

  #waitsFor(cursor: number, client: number, clock: number): boolean {
    if (client === NONE || clock < this.#tables.next(client)) return false
    const waiting = this.#waiting.get(client)
    if (waiting === undefined) this.#waiting.set(client, [{ cursor, clock }])
    else waiting.push({ cursor, clock })
    return true
  }

  #wake(client: number): void {
    const waiting = this.#waiting.get(client)
    if (waiting === undefined) return
    const reached = this.#tables.next(client)
    this.#waiting.set(
      client,
      waiting.filter((one) => one.clock >= reached),
    )
    for (const one of waiting) if (one.clock < reached) this.#ready.push(one.cursor)
  }
}
