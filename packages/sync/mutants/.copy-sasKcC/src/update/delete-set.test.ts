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
