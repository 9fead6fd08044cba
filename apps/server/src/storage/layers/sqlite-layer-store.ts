import { setTimeout } from 'node:timers/promises'
import type { Claim } from '@second-story/sync'
import type Database from 'better-sqlite3'
import { DurableLog } from '../sqlite/durable-log.ts'
import { checksum, DamagedError, DamagedRows, isWhole, type ReportDamage } from './damage.ts'
import { checksumsOf, digestBeside } from './kept-snapshot.ts'
import {
  type Append,
  type AppendOutcome,
  type Fold,
  type LayerHead,
  type LayerKey,
  type LayerStore,
  NO_LAYER,
  type Packed,
  type StoredLayer,
} from './layer-store.ts'
import { mendSnapshot } from './mend.ts'
import { randomYjsClient } from './random-client.ts'
import { refusalOf } from './refusal.ts'
import { prepareStatements, type Statements } from './sqlite-statements.ts'

const NO_SNAPSHOT = { snapshot: null, digest: null }
const WIPE_AGAIN_MS = 100

/**
 * Layers in SQLite. The database comes opened (`sqlite/open.ts`) and migrated. Nothing here waits for the disk on this thread:
 * what is written, and what is read, is answered once the log is synced (`DurableLog`).
 */
export class SqliteLayerStore implements LayerStore {
  readonly #database: Database.Database
  readonly #log: DurableLog
  readonly #sql: Statements
  readonly #report: ReportDamage
  readonly #damaged: DamagedRows
  readonly #appendAll: (entries: readonly Append[]) => AppendOutcome[]

  constructor(
    database: Database.Database,
    report: ReportDamage = () => undefined,
    log: DurableLog = new DurableLog(database),
  ) {
    this.#database = database
    this.#log = log
    this.#sql = prepareStatements(database)
    this.#report = report
    this.#damaged = new DamagedRows(report)
    this.#appendAll = database.transaction((entries: readonly Append[]) =>
      entries.map((entry) => this.#appendOne(entry)),
    )
  }

  load(board: string, layer: string): Promise<StoredLayer> {
    return this.readAfter(board, layer, -1)
  }

  async readAfter(board: string, layer: string, after: number): Promise<StoredLayer> {
    return this.#told(this.#database.transaction(() => this.#read(board, layer, after))())
  }

  /** What was read may hold what is committed and not on disk yet. */
  async #told<T>(read: T): Promise<T> {
    await this.#log.settled()
    return read
  }

  #read(board: string, layer: string, after: number): StoredLayer {
    const record = this.#sql.layer.get(board, layer)
    if (record === undefined) return NO_LAYER
    const { head, through, epoch, healing } = record
    return {
      ...(after < through ? this.#snapshot(board, layer, through) : NO_SNAPSHOT),
      rows: this.#damaged.sift(board, layer, this.#sql.rowsAfter.all(board, layer, Math.max(after, through))),
      owners: this.#sql.owners.all(board, layer).map(({ client, account }): Claim => [client, account]),
      head,
      through,
      epoch,
      healing: healing === 1,
    }
  }

  #snapshot(board: string, layer: string, through: number): Pick<StoredLayer, 'snapshot' | 'digest'> {
    const found = this.#sql.snapshot.get(board, layer)
    if (found === undefined) return NO_SNAPSHOT
    if (isWhole(found.bytes, found.crc, { board, layer, part: 'snapshot' })) {
      const digest = digestBeside(found, { board, layer, n: through }, this.#report)
      return { snapshot: found.bytes, digest }
    }
    const damage = { board, layer, what: 'snapshot', n: through } as const
    this.#report(damage)
    const mended = mendSnapshot(this.#sql.packed.get(board, layer), damage)
    if (mended === null) throw new DamagedError(damage)
    return { snapshot: mended, digest: null }
  }

  async heads(layers: readonly LayerKey[]): Promise<readonly LayerHead[]> {
    const read = this.#database.transaction(() =>
      layers.map(({ board, layer }) => {
        const { head, epoch } = this.#sql.layer.get(board, layer) ?? NO_LAYER
        return { head, epoch }
      }),
    )
    return this.#told(read())
  }

  async append(entries: readonly Append[]): Promise<readonly AppendOutcome[]> {
    return this.#log.written(() => this.#appendAll(entries))
  }

  #appendOne(entry: Append): AppendOutcome {
    const { board, layer, bytes, owners } = entry
    if (bytes !== null && owners.length === 0) {
      // nearly every row: nothing new but what it holds
      const n = this.#sql.advanceIn.get(board, layer, entry.epoch)
      if (n !== undefined) return this.#appendRow(board, layer, n, bytes)
    }
    this.#sql.make.run(board, layer)
    const epoch = this.#sql.layer.get(board, layer)?.epoch ?? 0
    const refused = refusalOf(entry, epoch, (client) => this.#sql.owner.get(board, layer, client))
    if (refused !== null) return { refused }
    for (const [client, account] of owners) this.#sql.claim.run(board, layer, client, account)
    if (bytes === null) return { n: null }
    return this.#appendRow(board, layer, this.#sql.advance.get(board, layer) ?? 1, bytes)
  }

  #appendRow(board: string, layer: string, n: number, bytes: Uint8Array): AppendOutcome {
    this.#sql.appendRow.run(board, layer, n, checksum(bytes, { board, layer, part: n }), bytes)
    return { n }
  }

  async compact(board: string, layer: string, fold: Fold): Promise<boolean> {
    const put = this.#database.transaction(() => {
      const { through, epoch } = this.#sql.layer.get(board, layer) ?? NO_LAYER
      if (through >= fold.through || epoch !== fold.epoch) return false
      this.#put(board, layer, fold, epoch, this.#damaged.of(board, layer))
      return true
    })
    return this.#log.written(put)
  }

  async replace(board: string, layer: string, fold: Fold, committed?: () => void): Promise<boolean> {
    const put = this.#database.transaction(() => {
      const { head, epoch } = this.#sql.layer.get(board, layer) ?? NO_LAYER
      if (head !== fold.through || epoch !== fold.epoch) return false
      this.#put(board, layer, fold, epoch + 1, [])
      this.#sql.endHealing.run(board, layer)
      return true
    })
    const isDone = await this.#log.written(() => {
      const isPut = put()
      // in the same breath: what is appended from now on is appended to this
      if (isPut) committed?.()
      return isPut
    })
    if (isDone) await this.#wipe()
    return isDone
  }

  #put(board: string, layer: string, fold: Fold, epoch: number, spared: readonly number[]): void {
    const { snapshot, through, packed, digest } = fold
    this.#sql.make.run(board, layer)
    this.#sql.folded.run(through, epoch, board, layer)
    const crc = checksumsOf(fold, { board, layer })
    this.#sql.setSnapshot.run(board, layer, crc.snapshot, snapshot, crc.packed, packed, crc.digest, digest)
    this.#sql.dropRows.run(board, layer, through, JSON.stringify(spared))
  }

  async packed(board: string, layer: string): Promise<Packed | null> {
    const [found, through] = this.#database.transaction(
      () => [this.#sql.packed.get(board, layer), this.#sql.layer.get(board, layer)?.through ?? 0] as const,
    )()
    if (found === undefined) return null
    if (isWhole(found.bytes, found.crc, { board, layer, part: 'packed' }))
      return this.#told({ bytes: found.bytes, through })
    this.#report({ board, layer, what: 'packed snapshot', n: through })
    return null
  }

  async removeBoard(board: string): Promise<void> {
    const remove = this.#database.transaction(() => {
      for (const statement of this.#sql.removeBoard) statement.run(board)
    })
    await this.#log.written(remove)
    // nobody waits for the end of a backup with what they write
    if (!this.#emptyLog()) void this.#wipe()
  }

  /**
   * secure_delete zeroes the pages; the old ones are still in the write-ahead log until it is emptied. A backup that is
   * being taken needs it: then this resolves after its end.
   */
  async #wipe(): Promise<void> {
    while (this.#database.open && !this.#emptyLog()) await setTimeout(WIPE_AGAIN_MS)
    // that it is empty is on disk, too
    this.#log.changed()
    await this.#log.settled()
  }

  /** False when somebody still reads what it holds. Never waits: every room would. */
  #emptyLog(): boolean {
    const usual = this.#database.pragma('busy_timeout', { simple: true })
    this.#database.pragma('busy_timeout = 0')
    try {
      const [state] = this.#database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
      return state?.busy === 0
    } finally {
      this.#database.pragma(`busy_timeout = ${usual}`)
    }
  }

  async list(board: string): Promise<readonly string[]> {
    return this.#told(this.#sql.list.all(board).map(({ layer }) => layer))
  }

  async lease(board: string, layer: string, holder: string, now: number, forMs: number): Promise<number> {
    const take = this.#database.transaction(() => {
      const free = this.#sql.freeHand.get(board, layer, holder, now)
      const client = free?.client ?? randomYjsClient()
      this.#sql.holdHand.run(board, layer, client, holder, now + forMs)
      return client
    })
    return this.#log.written(take)
  }
}
