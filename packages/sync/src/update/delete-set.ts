import { type Encoder, writeVarUint } from 'lib0/encoding'
import type { DeleteRange } from './structs.ts'

/** Sorted, disjoint ranges of one client: from, to, from, to … (`to` is the first clock that is not deleted). */
type Ranges = number[]

/** What has been deleted: ranges of clocks by client, merged as they come. */
export class DeleteSet {
  readonly #clients = new Map<number, Ranges>()

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
      return
    }
    // ranges that touch [clock, to) lie between `first` and `last`
    const first = firstEndingAtOrAfter(ranges, clock)
    if ((ranges[first] ?? to) <= clock && (ranges[first + 1] ?? 0) >= to) return
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
      for (let i = 0; i < ranges.length; i += 2) {
        const from = ranges[i] ?? 0
        this.add(client, from, (ranges[i + 1] ?? from) - from)
      }
    }
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
