/** So many at once, and one more each `everyMs`: for work that costs the room more than it costs whoever asks for it. */
export class Allowance {
  readonly #most: number
  readonly #everyMs: number
  #left: number
  #countedAt = Number.NEGATIVE_INFINITY

  constructor(most: number, everyMs: number) {
    this.#most = most
    this.#everyMs = everyMs
    this.#left = most
  }

  /** False when there is none left now. */
  take(now: number): boolean {
    const earned = (now - this.#countedAt) / this.#everyMs
    this.#left = Math.min(this.#most, this.#left + Math.max(0, earned))
    this.#countedAt = now
    if (this.#left < 1) return false
    this.#left--
    return true
  }
}
