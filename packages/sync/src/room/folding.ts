import type { RoomOptions } from './options.ts'

/** How long a log has become. */
export interface LogSize {
  readonly rowCount: number
  readonly rowBytes: number
  readonly snapshotBytes: number
}

/** Decides when a log is to be folded into a snapshot (SPEC.md rule 10); one folding at a time. */
export class Folding {
  readonly #options: Required<RoomOptions>
  #isUnderWay = false
  #isDoneAtRest = false
  /** after a failure the log is left alone until it is this long */
  #fromRows = 0
  #quietAt = Number.NEGATIVE_INFINITY

  constructor(options: Required<RoomOptions>) {
    this.#options = options
  }

  get isUnderWay(): boolean {
    return this.#isUnderWay
  }

  /** True, and under way, when the log has grown long. */
  beginIfLong({ rowCount, rowBytes, snapshotBytes }: LogSize): boolean {
    const { compactRows, compactBytes } = this.#options
    if (this.#isUnderWay || rowCount < this.#fromRows) return false
    const isLong =
      rowCount > compactRows + snapshotBytes / 512 || rowBytes > Math.max(compactBytes, snapshotBytes / 2)
    this.#isUnderWay = isLong
    return isLong
  }

  /** The same when nobody has written for a moment, with a lower measure: whoever opens the layer next has little to read. */
  beginIfQuiet(size: LogSize, now: number, writtenAt: number): boolean {
    const { quietMs, quietEveryMs } = this.#options
    if (this.#isUnderWay || size.rowCount <= this.#fromRows || !this.#isWorthIt(size)) return false
    if (now - writtenAt < quietMs || now - this.#quietAt < quietEveryMs) return false
    this.#quietAt = now
    this.#isUnderWay = true
    return true
  }

  /** The same before a rest, with a lower measure; once, for if it fails the rows are as good. */
  beginBeforeRest(size: LogSize): boolean {
    if (this.#isUnderWay || this.#isDoneAtRest || !this.#isWorthIt(size)) return false
    this.#isDoneAtRest = true
    this.#isUnderWay = true
    return true
  }

  /** Few rows may be large ones: they are sent as they are, where the snapshot is packed. */
  #isWorthIt({ rowCount, rowBytes, snapshotBytes }: LogSize): boolean {
    const { restRows, restBytes } = this.#options
    return rowCount > restRows || rowBytes > Math.max(restBytes, snapshotBytes / 64)
  }

  done(): void {
    this.#isUnderWay = false
    this.#fromRows = 0
  }

  failed({ rowCount }: LogSize): void {
    this.#isUnderWay = false
    this.#fromRows = rowCount + this.#options.restRows
  }

  /** Somebody is here again. */
  wake(): void {
    this.#isDoneAtRest = false
  }
}
