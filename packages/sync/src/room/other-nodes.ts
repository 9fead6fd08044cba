/** What a room has heard of the log that other nodes write too (SPEC.md rule 11). Hints may be lost or late; the log is the truth. */
export class OtherNodes {
  /** our own append is on disk as this row, and rows before it are not known here yet */
  awaited: number | null = null
  publishedAt = Number.NEGATIVE_INFINITY
  /** the log is known to have come this far */
  #heard = 0
  #isReading = false

  get isReading(): boolean {
    return this.#isReading
  }

  heard(head: number): void {
    this.#heard = Math.max(this.#heard, head)
  }

  /** True, and under way, when the log has gone on past `head`; one read at a time. */
  beginRead(head: number): boolean {
    if (this.#isReading || this.#heard <= head) return false
    this.#isReading = true
    return true
  }

  readEnded(): void {
    this.#isReading = false
  }
}
