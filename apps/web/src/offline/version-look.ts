/** A server that many people come back to at once is not asked by each of their layers. */
export const LOOK_AT_MOST_EVERY_MS = 60_000

export interface VersionParts {
  /** the build of this page; null where it has none (development) */
  mine(): string | null
  /** the build that the server has now; may reject */
  newest(): Promise<string | null>
  now(): number
  /** a newer one is there; told once */
  found(): void
}

/** Notices that the server has a newer page than the one that is open. */
export class VersionLook {
  readonly #parts: VersionParts
  #lookedAt = Number.NEGATIVE_INFINITY
  #isFound = false

  constructor(parts: VersionParts) {
    this.#parts = parts
  }

  /** `now`: does not matter when it looked last. */
  async look(now = false): Promise<void> {
    const { mine, newest, now: clock, found } = this.#parts
    const build = mine()
    if (build === null || this.#isFound) return
    if (!now && clock() - this.#lookedAt < LOOK_AT_MOST_EVERY_MS) return
    this.#lookedAt = clock()
    const other = await newest().catch(() => null)
    if (other === null || other === build || this.#isFound) return
    this.#isFound = true
    found()
  }
}
