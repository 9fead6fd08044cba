import { ByteReader, Malformed } from '@second-story/protocol'
import * as Y from 'yjs'
import { DeleteSet } from '../update/delete-set.ts'
import { readStruct } from '../update/read.ts'
import { encodeStateVector, type StateVector } from '../update/state-vector.ts'
import type { Stretch } from '../update/stretch.ts'
import { EMPTY_UPDATE, type Run, writeUpdate } from '../update/write.ts'

/** client, first clock, the clock after the last, structs, where their bytes begin, and where they end */
const EACH = 6
/** nobody has looked yet */
const UNKNOWN = -1

/**
 * Where in a snapshot the structs of each client lie: whoever has most of it is given the rest without all of it being read anew.
 * Flat, since a board that was worked on for years has thousands of clients.
 */
export class SnapshotSpans {
  readonly #numbers: Float64Array

  /** `stretches`: in the order in which they lie in the snapshot. */
  constructor(stretches: readonly Stretch[]) {
    this.#numbers = new Float64Array(stretches.length * EACH)
    for (const [i, { client, clock, end, count, at }] of stretches.entries())
      this.#numbers.set([client, clock, end, count, at, UNKNOWN], i * EACH)
  }

  /** True when `vector` has all structs of it. */
  isCoveredBy(vector: StateVector): boolean {
    const numbers = this.#numbers
    for (let at = 0; at < numbers.length; at += EACH)
      if ((vector.get(numbers[at] ?? 0) ?? 0) < (numbers[at + 2] ?? 0)) return false
    return true
  }

  /** The structs that `vector` lacks, without deletions; null where the snapshot is not written as Yjs writes them. */
  lacking(snapshot: Uint8Array, vector: StateVector): Uint8Array | null {
    try {
      if (new ByteReader(snapshot).uint() * EACH !== this.#numbers.length) return null
      const runs: Run[] = []
      for (let at = 0; at < this.#numbers.length; at += EACH) {
        const run = this.#runAt(snapshot, at, vector)
        if (run !== null) runs.push(run)
      }
      return writeUpdate(runs, new DeleteSet())
    } catch (error) {
      if (error instanceof Malformed) return null
      throw error
    }
  }

  #runAt(snapshot: Uint8Array, at: number, vector: StateVector): Run | null {
    const [client = 0, clock = 0, end = 0, count = 0, from = 0] = this.#numbers.subarray(at, at + EACH)
    const known = vector.get(client) ?? 0
    if (known >= end) return null
    const run = { client, clock, end, count, bytes: snapshot.subarray(from, this.#endAt(snapshot, at)) }
    return known <= clock ? run : after(run, known)
  }

  /** Where the structs end: before what the next client's begin with, and the last one's when they are read through, once. */
  #endAt(snapshot: Uint8Array, at: number): number {
    const numbers = this.#numbers
    const [, clock = 0, , count = 0, from = 0, to = UNKNOWN] = numbers.subarray(at, at + EACH)
    if (to !== UNKNOWN) return to
    const next = at + EACH
    const found =
      next < numbers.length ? this.#beforeNext(snapshot, next) : readThrough(snapshot, from, count, clock)
    numbers[at + 5] = found
    return found
  }

  #beforeNext(snapshot: Uint8Array, next: number): number {
    const [client = 0, clock = 0, , count = 0, from = 0] = this.#numbers.subarray(next, next + EACH)
    const header = [count, client, clock]
    const begins = from - header.reduce((sum, number) => sum + lengthOf(number), 0)
    const reader = new ByteReader(snapshot, begins)
    if (header.some((number) => reader.uint() !== number)) throw new Malformed('written otherwise')
    return begins
  }
}

function readThrough(snapshot: Uint8Array, from: number, count: number, clock: number): number {
  const reader = new ByteReader(snapshot, from)
  for (let left = count, at = clock; left > 0; left--) at += readStruct(reader, at).length
  return reader.at
}

/** Bytes of a number as lib0 writes it. */
function lengthOf(number: number): number {
  let bytes = 1
  for (let rest = number; rest >= 128; rest = Math.floor(rest / 128)) bytes++
  return bytes
}

/** What follows `known` in a run, which may lie within a struct: Yjs cuts that. */
function after(run: Run, known: number): Run {
  const vector = encodeStateVector(new Map([[run.client, known]]))
  const bytes = Y.diffUpdate(writeUpdate([run], new DeleteSet()), vector)
  const reader = new ByteReader(bytes)
  reader.uint()
  const count = reader.uint()
  reader.uint()
  const clock = reader.uint()
  // behind the structs: no deletions, which is what an update without any ends with
  return { ...run, clock, count, bytes: bytes.subarray(reader.at, bytes.length - EMPTY_UPDATE.length + 1) }
}
