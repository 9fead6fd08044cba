/** Changes closer together than this count as one for the badge: a word is one change, not five. */
const ONE_CHANGE_MS = 800

/**
 * What of one layer the server has not yet called saved. Every local change takes the next number as its mark; a
 * `saved n` covers all marks up to n. A mark may only leave on a connection that has sent its step 2: before that, what
 * was written offline has not been sent, and a mark would claim it.
 */
export class Marks {
  #newest = 0
  /** the newest that stands for something sent; those after it only asked */
  #owed = 0
  #saved = 0
  #connected = false
  /** the first mark of this connection: no answer to an earlier one can come on it */
  #first = 0
  /** one entry a change: its first mark's number, and when it was made */
  #unsaved: { n: number; at: number }[] = []
  #lastAt = Number.NEGATIVE_INFINITY
  #carried: number

  /** `carried`: changes of an earlier page on this machine that were not saved when it closed */
  constructor(carried = 0) {
    this.#carried = carried
  }

  get unsaved(): number {
    return this.#unsaved.length + this.#carried
  }

  /** Has this connection sent its step 2, and with it all that was made before? */
  get connected(): boolean {
    return this.#connected
  }

  /** Did the server call everything saved that was sent, changes and step 2? */
  get settled(): boolean {
    return this.#connected && this.#saved >= this.#owed
  }

  /** When the oldest change that still waits was made, ms; null when none waits. */
  get oldest(): number | null {
    return this.#unsaved[0]?.at ?? null
  }

  /** A local change, ms; returns the mark to send behind it, null where none may be sent yet. */
  changed(at: number): number | null {
    const n = this.#next()
    const grown = this.#unsaved.at(-1)
    if (grown && at - this.#lastAt < ONE_CHANGE_MS) grown.n = n
    else this.#unsaved.push({ n, at })
    this.#lastAt = at
    return this.#connected ? n : null
  }

  /** The connection has sent its step 2; returns the mark to send behind it. */
  resent(): number {
    const n = this.#next()
    if (!this.#connected) this.#first = n
    this.#connected = true
    return n
  }

  /** A mark that stands for no change: asks whether the other side is still there. Null while there is none. */
  asked(): number | null {
    return this.#connected ? ++this.#newest : null
  }

  disconnected(): void {
    this.#connected = false
  }

  /** `saved n`; true when it was news. */
  saved(n: number): boolean {
    if (!this.#connected || n < this.#first || n <= this.#saved || n > this.#newest) return false
    this.#saved = n
    this.#carried = 0
    this.#unsaved = this.#unsaved.filter((one) => one.n > n)
    return true
  }

  #next(): number {
    this.#newest += 1
    this.#owed = this.#newest
    return this.#newest
  }
}
