/** How many pieces may come before it is noted again when a client's structs came. */
const NOTED_EVERY = 64

/**
 * Which ids of one client carry on from the id before them, as a letter does in a word: the clocks at which that changes.
 * Memory follows the changes: a text typed at one go, or a hundred values under a hundred keys, cost next to nothing.
 */
export class Links {
  readonly #changes: number[] = []
  /** clocks, and how many pieces there were when the first of each came */
  readonly #clocks: number[] = []
  readonly #pieces: number[] = []
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

  /** A struct came when there were so many pieces. */
  note(clock: number, pieces: number): void {
    const last = this.#pieces[this.#pieces.length - 1]
    if (last !== undefined && pieces - last < NOTED_EVERY) return
    this.#clocks.push(clock)
    this.#pieces.push(pieces)
  }

  /** How many pieces there were when an id came: that many, or some more. */
  piecesBefore(clock: number): number {
    return this.#pieces[countUpTo(this.#clocks, clock) - 1] ?? 0
  }

  #say(clock: number, carriesOn: boolean): void {
    if (this.#changes.length % 2 === (carriesOn ? 1 : 0)) return
    this.#changes.push(clock)
  }

  /** Does the id at `clock` carry on from the one before it? */
  carriesOn(clock: number): boolean {
    if (clock >= this.end) return false
    return countUpTo(this.#changes, clock) % 2 === 1
  }
}

/** How many of the numbers, which grow, are at most `limit`. */
export function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
