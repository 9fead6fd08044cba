/**
 * Which ids of one client carry on from the id before them, as a letter does in a word: the clocks at which that changes.
 * Memory follows the changes: a text typed at one go, or a hundred values under a hundred keys, cost next to nothing.
 */
export class Links {
  readonly #changes: number[] = []
  /** the clock after the last one */
  end: number

  constructor(from = 0) {
    this.end = from
  }

  /** A struct comes: does it carry on from the id before it? Inside it every id does. */
  add(clock: number, length: number, carriesOn: boolean): void {
    if (clock > 0) this.#say(clock, carriesOn)
    if (length > 1) this.#say(clock + 1, true)
    this.end = clock + length
  }

  #say(clock: number, carriesOn: boolean): void {
    if (this.#changes.length % 2 === (carriesOn ? 1 : 0)) return
    this.#changes.push(clock)
  }

  /** Does the id at `clock` carry on from the one before it? */
  carriesOn(clock: number): boolean {
    if (clock >= this.end) return false
    let low = 0
    let high = this.#changes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#changes[middle] ?? 0) <= clock) low = middle + 1
      else high = middle
    }
    return low % 2 === 1
  }
}
