import { ByteReader } from '@second-story/protocol'
import { DeleteSet } from './delete-set.ts'
import { readDeletes } from './read.ts'
import type { StateVector } from './state-vector.ts'
import type { Update } from './structs.ts'
import type { Run } from './write.ts'

/** client, first clock, the clock after the last, structs, and where their bytes begin and end */
const EACH = 6

/**
 * Where in the bytes of an update the structs of each client lie, and its deletions: what has to be known of it to put it together
 * with others without reading it again. Flat, since a room keeps one for every row that it holds.
 */
export class Spans {
  readonly #numbers: Float64Array
  /** where the deletions begin */
  readonly #deletesAt: number

  private constructor(numbers: Float64Array, deletesAt: number) {
    this.#numbers = numbers
    this.#deletesAt = deletesAt
  }

  /** Of an update that was read. */
  static of({ sections, deletesAt }: Update): Spans {
    const numbers = new Float64Array(sections.length * EACH)
    for (const [i, { client, structs }] of sections.entries()) {
      const first = structs[0]
      const last = structs[structs.length - 1]
      if (first === undefined || last === undefined) throw new Error('a section without structs')
      numbers.set(
        [client, first.clock, last.clock + last.length, structs.length, first.from, last.to],
        i * EACH,
      )
    }
    return new Spans(numbers, deletesAt)
  }

  /** Of what `writeUpdate` made of `runs`. */
  static written(bytes: Uint8Array, runs: readonly Run[]): Spans {
    const lengths = new Map<number, number>()
    const ends = new Map<number, number>()
    for (const { client, end, bytes: structs } of runs) {
      lengths.set(client, (lengths.get(client) ?? 0) + structs.length)
      ends.set(client, end)
    }
    const reader = new ByteReader(bytes)
    const numbers = new Float64Array(reader.uint() * EACH)
    for (let at = 0; at < numbers.length; at += EACH) {
      const count = reader.uint()
      const client = reader.uint()
      const clock = reader.uint()
      const from = reader.at
      reader.skip(lengths.get(client) ?? 0)
      numbers.set([client, clock, ends.get(client) ?? clock, count, from, reader.at], at)
    }
    return new Spans(numbers, reader.at)
  }

  /** True when `vector` has all structs of it. */
  isCoveredBy(vector: StateVector): boolean {
    const numbers = this.#numbers
    for (let at = 0; at < numbers.length; at += EACH)
      if ((vector.get(numbers[at] ?? 0) ?? 0) < (numbers[at + 2] ?? 0)) return false
    return true
  }

  /** Raises `vector` to where its structs end. */
  raise(vector: Map<number, number>): void {
    const numbers = this.#numbers
    for (let at = 0; at < numbers.length; at += EACH) {
      const client = numbers[at] ?? 0
      const end = numbers[at + 2] ?? 0
      if (end > (vector.get(client) ?? 0)) vector.set(client, end)
    }
  }

  /** Its structs, as views of `bytes`, which it was made for. */
  runsIn(bytes: Uint8Array): Run[] {
    const numbers = this.#numbers
    const runs: Run[] = []
    for (let at = 0; at < numbers.length; at += EACH) {
      const [client = 0, clock = 0, end = 0, count = 0, from, to] = numbers.subarray(at, at + EACH)
      runs.push({ client, clock, end, count, bytes: bytes.subarray(from, to) })
    }
    return runs
  }

  /** What the update says to be deleted. */
  deletesIn(bytes: Uint8Array): DeleteSet {
    const deleted = new DeleteSet()
    deleted.addAll(readDeletes(new ByteReader(bytes, this.#deletesAt)))
    return deleted
  }
}
