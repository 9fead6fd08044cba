/** The host's clock without its steps back: an hour that comes twice must not silence a room for an hour. */
export class SteadyTime {
  #last = Number.NEGATIVE_INFINITY
  #behind = 0

  /** `now` as it would be had the clock never been set back, in ms. */
  at(now: number): number {
    if (now + this.#behind < this.#last) this.#behind = this.#last - now
    this.#last = now + this.#behind
    return this.#last
  }
}
