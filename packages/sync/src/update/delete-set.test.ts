import { ByteReader, Malformed } from '@second-story/protocol'
import { seededRandom } from '@second-story/std'
import { createEncoder, toUint8Array } from 'lib0/encoding'
import { expect, it } from 'vitest'
import { DeleteSet } from './delete-set.ts'

/** The slow truth: every deleted clock by itself. */
class Clocks {
  readonly #all = new Set<string>()

  add(client: number, clock: number, length: number): void {
    for (let i = 0; i < length; i++) this.#all.add(`${client}:${clock + i}`)
  }

  covers(client: number, clock: number, length: number): boolean {
    for (let i = 0; i < length; i++) if (!this.#all.has(`${client}:${clock + i}`)) return false
    return true
  }
}

const bytesOf = (set: DeleteSet): number[] => {
  const encoder = createEncoder()
  set.write(encoder)
  return [...toUint8Array(encoder)]
}

const read = (bytes: readonly number[]): DeleteSet => DeleteSet.read(new ByteReader(new Uint8Array(bytes)))

it('a delete set that was read is what was written, also when more is added to it', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = seededRandom(seed)
    const below = (n: number): number => Math.floor(random() * n)
    const set = new DeleteSet()
    for (let i = below(40); i > 0; i--) set.add(below(3), below(200), 1 + below(8))
    const again = read(bytesOf(set))
    expect(bytesOf(again)).toEqual(bytesOf(set))
    const added: [number, number, number] = [below(4), below(200), 1 + below(8)]
    const other = new DeleteSet()
    other.add(...added)
    if (below(2) === 0) again.add(...added)
    else again.merge(other)
    set.add(...added)
    expect(bytesOf(again)).toEqual(bytesOf(set))
    expect(again.covers(...added)).toBe(true)
  }
})

it('what no delete set is written as is not read', () => {
  for (const bytes of [
    [],
    [1],
    [1, 7],
    [1, 7, 0],
    [1, 7, 1, 0, 0],
    [1, 7, 2, 0, 2, 2, 1],
    [2, 7, 1, 0, 1, 8, 1, 0, 1],
  ])
    expect(() => read(bytes), bytes.join()).toThrow(Malformed)
})

it('a delete set knows the same as a list of every clock, whatever the order it was told in', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = seededRandom(seed)
    const below = (n: number): number => Math.floor(random() * n)
    const [set, truth] = [new DeleteSet(), new Clocks()]
    const told: [number, number, number][] = []
    for (let i = 0; i < 60; i++) {
      const range: [number, number, number] = [below(2), below(60), 1 + below(8)]
      told.push(range)
      set.add(...range)
      truth.add(...range)
      const asked: [number, number, number] = [below(3), below(70), 1 + below(6)]
      expect(set.covers(...asked)).toBe(truth.covers(...asked))
    }
    const [backwards, merged] = [new DeleteSet(), new DeleteSet()]
    for (const range of told.toReversed()) backwards.add(...range)
    merged.merge(set)
    merged.merge(backwards)
    expect(bytesOf(backwards)).toEqual(bytesOf(set))
    expect(bytesOf(merged)).toEqual(bytesOf(set))
  }
})
