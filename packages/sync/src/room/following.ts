import { CLOSE } from '@second-story/protocol'
import type { Claim } from '../gate/owners.ts'
import type { Audience } from './audience.ts'
import type { Row, Stored } from './events.ts'
import type { LayerState } from './layer-state.ts'
import type { Landed } from './stored-log.ts'

/**
 * Follows the log that other nodes write too (SPEC.md rule 11), our own appends among theirs: rows are taken over and told in
 * its order. Hints may be lost or late; at a gap the log is read.
 */
export class Following {
  readonly #layer: LayerState
  readonly #audience: Audience
  /** our own append is on disk as this row, and rows before it are not known here yet */
  #awaited: number | null = null
  /** the log is known to have come this far */
  #heard = 0
  #isReading = false
  #isLoaded = false

  constructor(layer: LayerState, audience: Audience) {
    this.#layer = layer
    this.#audience = audience
  }

  get isReading(): boolean {
    return this.#isReading
  }

  /** The layer is here: from now on the log is followed. */
  loaded(): void {
    this.#isLoaded = true
    this.readIfBehind()
  }

  /** The append under way is on disk as row `n`. */
  appended(n: number | null, now: number): void {
    if (n !== null && this.#layer.isGapBefore(n)) {
      this.#awaited = n
      this.heardHead(n)
    } else this.#settle(n, now)
  }

  /** The append under way is on disk, and all before it is known. */
  #settle(n: number | null, now: number): void {
    const appending = this.#layer.appending
    const isTold = n !== null && n <= this.#layer.head
    const landed = this.#layer.appended(n)
    if ('problem' in landed) {
      this.#giveUp(landed.problem, now)
      return
    }
    if (landed.update !== null) this.#audience.tellUpdate(landed.update, now)
    if (appending !== null && appending.bytes !== null && n !== null && !isTold)
      this.#audience.push({
        type: 'landed',
        row: { n, bytes: appending.bytes },
        owners: appending.owners,
        ours: true,
      })
    this.#answer(now)
  }

  #answer(now: number): void {
    this.#audience.answerAllMarks(now)
    this.#audience.wakeIfNeeded()
  }

  /** What people here sent was stored and cannot stand beside what another node stored before: they begin anew. */
  #giveUp(reason: string, now: number): void {
    this.#audience.push({ type: 'report', what: 'quarantined', reason })
    for (const connection of this.#audience.everybody)
      this.#audience.close(connection, CLOSE.draining.code, CLOSE.draining.id, now)
  }

  heardRow(row: Row, owners: readonly Claim[], now: number): void {
    this.#heard = Math.max(this.#heard, row.n)
    if (!this.#isLoaded) return
    const landed = this.#layer.heard(row, owners)
    if (landed !== null) this.#tell(row, owners, landed, now)
    this.#afterRows(now)
  }

  heardHead(head: number): void {
    this.#heard = Math.max(this.#heard, head)
    this.readIfBehind()
  }

  caughtUp(stored: Stored, now: number): void {
    this.#isReading = false
    const { rows, problems } = this.#layer.caughtUp(stored)
    for (const reason of problems) this.#audience.push({ type: 'report', what: 'quarantined', reason })
    for (const { row, update } of rows) this.#tell(row, [], { update }, now)
    this.#afterRows(now)
  }

  readFailed(): void {
    this.#isReading = false
  }

  #tell(row: Row, owners: readonly Claim[], landed: Landed, now: number): void {
    if ('problem' in landed) {
      this.#audience.push({ type: 'report', what: 'quarantined', reason: landed.problem })
      return
    }
    if (landed.update !== null) this.#audience.tellUpdate(landed.update, now)
    this.#audience.push({ type: 'landed', row, owners, ours: row.n === this.#awaited })
  }

  /** The log was followed some way: is our own append among it, is there more? */
  #afterRows(now: number): void {
    const awaited = this.#awaited
    if (awaited !== null && awaited <= this.#layer.head) {
      this.#awaited = null
      this.#settle(awaited, now)
    } else this.#answer(now)
    this.readIfBehind()
  }

  /** Reads what the log has beyond what is known here; one read at a time. */
  readIfBehind(): void {
    if (!this.#isLoaded || this.#isReading || this.#heard <= this.#layer.head) return
    this.#isReading = true
    this.#audience.push({ type: 'read', after: this.#layer.head })
  }
}
