import { type ByteReader, Malformed } from '@second-story/protocol'
import { type Encoder, writeUint8Array, writeVarUint } from 'lib0/encoding'
import type { DeleteRange } from './structs.ts'
import { count } from './values.ts'

/** Of so many numbers each range is added by itself. */
const FEW = 32

/** Sorted, disjoint ranges of one client: from, to, from, to … (`to` is the first clock that is not deleted). */
type Ranges = number[]

/** What has been deleted: ranges of clocks by client, merged as they come. */
export class DeleteSet {
  readonly #clients = new Map<number, Ranges>()
  /** what it is written as, while nothing was added since it was read */
  #written: Uint8Array | null = null

  /** Reads what `write` wrote, to the last byte of it; throws `Malformed` at anything else. What was read is written as it was. */
  static read(reader: ByteReader): DeleteSet {
    const set = new DeleteSet()
    const from = reader.at
    let before = Number.POSITIVE_INFINITY
    for (let clients = count(reader, 2); clients > 0; clients--) {
      const client = reader.uint()
      if (client >= before) throw new Malformed('clients out of order')
      before = client
      set.#clients.set(client, readRanges(reader))
    }
    set.#written = reader.bytes.subarray(from, reader.at)
    return set
  }

  get isEmpty(): boolean {
    return this.#clients.size === 0
  }

  get rangeCount(): number {
    let numbers = 0
    for (const ranges of this.#clients.values()) numbers += ranges.length
    return numbers / 2
  }

  add(client: number, clock: number, length: number): void {
    const ranges = this.#clients.get(client)
    const to = clock + length
    if (ranges === undefined) {
      this.#clients.set(client, [clock, to])
      this.#written = null
      return
    }
    // ranges that touch [clock, to) lie between `first` and `last`
    const first = firstEndingAtOrAfter(ranges, clock)
    if ((ranges[first] ?? to) <= clock && (ranges[first + 1] ?? 0) >= to) return
    this.#written = null
    let last = first
    let from = clock
    let end = to
    while (last < ranges.length && (ranges[last] ?? 0) <= to) {
      from = Math.min(from, ranges[last] ?? from)
      end = Math.max(end, ranges[last + 1] ?? end)
      last += 2
    }
    ranges.splice(first, last - first, from, end)
  }

  addAll(ranges: readonly DeleteRange[]): void {
    for (const range of ranges) this.add(range.client, range.clock, range.length)
  }

  merge(other: DeleteSet): void {
    for (const [client, ranges] of other.#clients) {
      if (!this.#clients.has(client)) {
        this.#clients.set(client, ranges.slice())
        this.#written = null
        continue
      }
      if (ranges.length > FEW) {
        this.#mergeMany(client, ranges)
        continue
      }
      for (let i = 0; i < ranges.length; i += 2) {
        const from = ranges[i] ?? 0
        this.add(client, from, (ranges[i + 1] ?? from) - from)
      }
    }
  }

  /** Walks over both once, where adding one range after the other would move the rest of them each time. */
  #mergeMany(client: number, others: Ranges): void {
    const own = this.#clients.get(client) ?? []
    const merged: Ranges = []
    for (let i = 0, j = 0; i < own.length || j < others.length; ) {
      const isOwn = j >= others.length || (own[i] ?? Number.POSITIVE_INFINITY) <= (others[j] ?? 0)
      const [from, to] = isOwn ? [own[i] ?? 0, own[i + 1] ?? 0] : [others[j] ?? 0, others[j + 1] ?? 0]
      if (isOwn) i += 2
      else j += 2
      const last = merged.length - 1
      if (last < 0 || from > (merged[last] ?? 0)) merged.push(from, to)
      else if (to > (merged[last] ?? 0)) merged[last] = to
    }
    this.#clients.set(client, merged)
    this.#written = null
  }

  /** True when every clock of the range is deleted. */
  covers(client: number, clock: number, length: number): boolean {
    const ranges = this.#clients.get(client)
    if (ranges === undefined) return false
    const at = firstEndingAtOrAfter(ranges, clock + 1)
    return at < ranges.length && (ranges[at] ?? 0) <= clock && clock + length <= (ranges[at + 1] ?? 0)
  }

  /** Writes it as the tail of a V1 update; the same set gives the same bytes. */
  write(encoder: Encoder): void {
    if (this.#written !== null) {
      writeUint8Array(encoder, this.#written)
      return
    }
    writeVarUint(encoder, this.#clients.size)
    for (const [client, ranges] of [...this.#clients].sort((a, b) => b[0] - a[0])) {
      writeVarUint(encoder, client)
      writeVarUint(encoder, ranges.length / 2)
      for (let i = 0; i < ranges.length; i += 2) {
        const from = ranges[i] ?? 0
        writeVarUint(encoder, from)
        writeVarUint(encoder, (ranges[i + 1] ?? from) - from)
      }
    }
  }
}

function readRanges(reader: ByteReader): Ranges {
  const ranges: Ranges = []
  let end = -1
  for (let n = count(reader, 2); n > 0; n--) {
    const from = reader.uint()
    const to = from + reader.uint()
    if (from <= end || to <= from) throw new Malformed('ranges out of order')
    ranges.push(from, to)
    end = to
  }
  if (end < 0) throw new Malformed('a client without ranges')
  return ranges
}

/** Index of the first range whose end is at or after `clock`. */
function firstEndingAtOrAfter(ranges: Ranges, clock: number): number {
  let low = 0
  let high = ranges.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle * 2 + 1] ?? 0) < clock) low = middle + 1
    else high = middle
  }
  return low * 2
}
