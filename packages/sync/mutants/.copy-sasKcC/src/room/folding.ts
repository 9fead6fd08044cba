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
      rowCount > compactRows + snapshotBytes / 512 || rowBytes > Math.max(compactBytes, snapshotBytes)
    this.#isUnderWay = isLong
    return isLong
  }

  /** The same before a rest, with a lower measure; once, for if it fails the rows are as good. */
  beginBeforeRest({ rowCount }: LogSize): boolean {
    if (this.#isUnderWay || this.#isDoneAtRest || rowCount <= this.#options.restRows) return false
    this.#isDoneAtRest = true
    this.#isUnderWay = true
    return true
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
