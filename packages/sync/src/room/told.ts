import type { AwarenessEntry } from './awareness.ts'

/** What was told about a client that it may not have heard yet when it speaks again. */
const KEPT = 4
/** Every page that is opened is a client: those longest not spoken of are forgotten first. */
const MOST_CLIENTS = 5000
/** A slow reader misses few of those who leave. */
const MOST_GONE = 200

/** What was told of whom, to know it when it comes back: stock clients send what they hear, also about themselves. */
export class Told {
  readonly #by = new Map<number, readonly AwarenessEntry[]>()

  note(entries: readonly AwarenessEntry[]): void {
    for (const entry of entries) {
      const before = this.#by.get(entry.client) ?? []
      const last = before.at(-1)?.clock ?? -1
      // who leaves is told so under their last clock
      if (entry.clock < last || (entry.clock === last && entry.json !== 'null')) continue
      this.#by.delete(entry.client)
      this.#by.set(entry.client, [...before.slice(1 - KEPT), entry])
    }
    for (const client of this.#by.keys()) {
      if (this.#by.size <= MOST_CLIENTS) return
      this.#by.delete(client)
    }
  }

  /** The highest clock that was told; -1 for none. */
  clockOf(client: number): number {
    return this.#by.get(client)?.at(-1)?.clock ?? -1
  }

  /** True when the last that was told of a client is not that it has left. */
  isHere(client: number): boolean {
    const last = this.#by.get(client)?.at(-1)
    return last !== undefined && last.json !== 'null'
  }

  /** Who was told to have left, those of late. */
  get gone(): AwarenessEntry[] {
    const last = [...this.#by.values()].flatMap((entries) => entries.slice(-1))
    return last.filter((entry) => entry.json === 'null').slice(-MOST_GONE)
  }

  /** True when this was told, word for word. */
  has({ client, clock, json }: AwarenessEntry): boolean {
    return (this.#by.get(client) ?? []).some((entry) => entry.clock === clock && entry.json === json)
  }
}
