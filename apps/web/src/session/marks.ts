/** Changes closer together than this count as one for the badge: a word is one change, not five. */
const ONE_CHANGE_MS = 800

/**
 * What of one layer the server has not yet called saved. Every local change takes the next number as its mark; a
 * `saved n` covers all marks up to n. What was sent on a connection that broke is covered by the next mark, which
 * follows the step 2 that sends it again.
 */
export class Marks {
  #newest = 0
  #saved = 0
  #connected = false
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

  get connected(): boolean {
    return this.#connected
  }

  /** When the oldest change that still waits was made, ms; null when none waits. */
  get oldest(): number | null {
    return this.#unsaved[0]?.at ?? null
  }

  /** A local change; returns the mark to send behind it. */
  changed(at: number): number {
    const n = ++this.#newest
    const grown = this.#unsaved.at(-1)
    if (grown && at - this.#lastAt < ONE_CHANGE_MS) grown.n = n
    else this.#unsaved.push({ n, at })
    this.#lastAt = at
    return n
  }

  /** The connection has sent its step 2; returns the mark to send behind it. */
  resent(): number {
    this.#connected = true
    return ++this.#newest
  }

  disconnected(): void {
    this.#connected = false
  }

  /** `saved n`; true when it was news. */
  saved(n: number): boolean {
    if (n <= this.#saved || n > this.#newest) return false
    this.#saved = n
    this.#carried = 0
    this.#unsaved = this.#unsaved.filter((one) => one.n > n)
    return true
  }
}
