/** What happened in worlds; all of it must happen often for the worlds to be worth playing. */
export class Counts {
  readonly #by = new Map<string, number>()

  add(what: string, n = 1): void {
    this.#by.set(what, (this.#by.get(what) ?? 0) + n)
  }

  of(what: string): number {
    return this.#by.get(what) ?? 0
  }

  merge(other: Iterable<readonly [string, number]>): void {
    for (const [what, n] of other) this.add(what, n)
  }

  get entries(): [string, number][] {
    return [...this.#by].sort((a, b) => (a[0] < b[0] ? -1 : 1))
  }
}
