import type { Cursor } from '@second-story/protocol'
import type { CursorPoint, Person } from './people.ts'

/**
 * Where cursors are that come two ways: short messages say where one moved, awareness says all of a state whenever
 * anything of it changes, an older cursor among it. The newest word on a cursor stands.
 */
export class CursorTrack {
  /** the newest short word, by connection */
  readonly cursors = new Map<number, CursorPoint>()
  /** when a connection last did something, as a number that grows */
  readonly usedAt = new Map<number, number>()
  /** the cursor that awareness said last, by connection */
  readonly #said = new Map<number, string>()
  #turn = 0

  moved(cursors: readonly Cursor[]): void {
    for (const { client, x, y } of cursors) this.cursors.set(client, { x, y })
    this.used(cursors.map(({ client }) => client))
  }

  used(connections: readonly number[]): void {
    this.#turn += 1
    for (const key of connections) this.usedAt.set(key, this.#turn)
  }

  gone(connections: readonly number[]): void {
    for (const key of connections) {
      this.cursors.delete(key)
      this.usedAt.delete(key)
      this.#said.delete(key)
    }
  }

  /** People as awareness has them, their cursors where the newest word has them. */
  placed(people: readonly Person[]): readonly Person[] {
    return people.map((person) => {
      const said = JSON.stringify(person.cursor ?? null)
      const isNews = this.#said.get(person.key) !== said
      this.#said.set(person.key, said)
      // a cursor that awareness moved, or took away, is newer than every short word before it
      if (isNews || !person.cursor) this.cursors.delete(person.key)
      const cursor = this.cursors.get(person.key)
      return cursor ? { ...person, cursor } : person
    })
  }
}
