import type { Claim } from '@second-story/sync'
import type pg from 'pg'
import { inTransaction } from '../postgres/transaction.ts'
import { DamagedError, DamagedRows, isWhole, type ReadRow, type ReportDamage } from './damage.ts'
import { checksumsOf, digestBeside, type KeptSnapshot } from './kept-snapshot.ts'
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
import { type KeptBytes, mendSnapshot } from './mend.ts'
import { PostgresAppend } from './postgres-append.ts'
import { type LayerRecord, lockLayer, SQL } from './postgres-statements.ts'
import { randomYjsClient } from './random-client.ts'

const NO_SNAPSHOT = { snapshot: null, digest: null }

/**
 * Layers in Postgres, for any number of nodes. The database comes migrated.
 *
 * What "wiped" means here: the rows are deleted and their tables vacuumed, so that no query, dump or new replica holds them.
 * Their bytes stay in freed parts of pages until these are written again, and in what Postgres keeps to repair and copy
 * itself: the write-ahead log until it is recycled, its archives and base backups as long as these are kept. Who needs more
 * keeps those short (SECURITY.md).
 */
export class PostgresLayerStore implements LayerStore {
  readonly #pool: pg.Pool
  readonly #report: ReportDamage
  readonly #damaged: DamagedRows

  constructor(pool: pg.Pool, report: ReportDamage = () => undefined) {
    this.#pool = pool
    this.#report = report
    this.#damaged = new DamagedRows(report)
  }

  load(board: string, layer: string): Promise<StoredLayer> {
    return this.readAfter(board, layer, -1)
  }

  readAfter(board: string, layer: string, after: number): Promise<StoredLayer> {
    return inTransaction(this.#pool, 'read', async (client) => {
      const record = (await client.query<LayerRecord>(SQL.layer, [board, layer])).rows[0]
      if (record === undefined) return NO_LAYER
      const { head, through, epoch, healing } = record
      const snapshot = after < through ? await this.#snapshot(client, board, layer, through) : NO_SNAPSHOT
      const from = Math.max(after, through)
      const rows = from < head ? await client.query<ReadRow>(SQL.rowsAfter, [board, layer, from]) : null
      const owners = await client.query<{ client: number; account: string }>(SQL.owners, [board, layer])
      return {
        ...snapshot,
        rows: this.#damaged.sift(board, layer, rows?.rows ?? []),
        owners: owners.rows.map((owner): Claim => [owner.client, owner.account]),
        head,
        through,
        epoch,
        healing: healing === 1,
      }
    })
  }

  async #snapshot(
    client: pg.ClientBase,
    board: string,
    layer: string,
    through: number,
  ): Promise<Pick<StoredLayer, 'snapshot' | 'digest'>> {
    const found = (await client.query<KeptSnapshot>(SQL.snapshot, [board, layer])).rows[0]
    if (found === undefined) return NO_SNAPSHOT
    if (isWhole(found.bytes, found.crc, { board, layer, part: 'snapshot' })) {
      const digest = digestBeside(found, { board, layer, n: through }, this.#report)
      return { snapshot: found.bytes, digest }
    }
    const damage = { board, layer, what: 'snapshot', n: through } as const
    this.#report(damage)
    const packed = (await client.query<KeptBytes>(SQL.packed, [board, layer])).rows[0]
    const mended = mendSnapshot(packed, damage)
    if (mended === null) throw new DamagedError(damage)
    return { snapshot: mended, digest: null }
  }

  async heads(layers: readonly LayerKey[]): Promise<readonly LayerHead[]> {
    if (layers.length === 0) return []
    const names = [layers.map(({ board }) => board), layers.map(({ layer }) => layer)]
    return (await this.#pool.query<LayerHead>(SQL.heads, names)).rows
  }

  async append(entries: readonly Append[]): Promise<readonly AppendOutcome[]> {
    if (entries.length === 0) return []
    const appending = new PostgresAppend(entries)
    for (;;) {
      const outcomes = await inTransaction(this.#pool, 'write', (client) => appending.tryIn(client))
      if (outcomes !== null) return outcomes
      await appending.makeLayers(this.#pool)
    }
  }

  compact(board: string, layer: string, fold: Fold): Promise<boolean> {
    return inTransaction(this.#pool, 'write', async (client) => {
      const { through, epoch } = await lockLayer(client, board, layer)
      if (through >= fold.through || epoch !== fold.epoch) return false
      await this.#put(client, board, layer, fold, epoch, this.#damaged.of(board, layer))
      return true
    })
  }

  async replace(board: string, layer: string, fold: Fold, committed?: () => void): Promise<boolean> {
    const isDone = await inTransaction(this.#pool, 'write', async (client) => {
      const { head, epoch } = await lockLayer(client, board, layer)
      if (head !== fold.through || epoch !== fold.epoch) return false
      await this.#put(client, board, layer, fold, epoch + 1, [])
      await client.query(SQL.endHealing, [board, layer])
      return true
    })
    if (!isDone) return false
    committed?.()
    await this.#wipe()
    return true
  }

  async #put(
    client: pg.ClientBase,
    board: string,
    layer: string,
    fold: Fold,
    epoch: number,
    spared: readonly number[],
  ): Promise<void> {
    const { snapshot, through, packed, digest } = fold
    await client.query(SQL.folded, [board, layer, through, epoch])
    const crc = checksumsOf(fold, { board, layer })
    const values = [crc.snapshot, snapshot, crc.packed, packed, crc.digest, digest]
    await client.query(SQL.setSnapshot, [board, layer, ...values])
    await client.query(SQL.dropRows, [board, layer, through, spared])
  }

  async packed(board: string, layer: string): Promise<Packed | null> {
    const found = (await this.#pool.query<KeptBytes & Packed>(SQL.packed, [board, layer])).rows[0]
    if (found === undefined) return null
    const { bytes, through } = found
    if (isWhole(bytes, found.crc, { board, layer, part: 'packed' })) return { bytes, through }
    this.#report({ board, layer, what: 'packed snapshot', n: through })
    return null
  }

  async removeBoard(board: string): Promise<void> {
    await inTransaction(this.#pool, 'write', async (client) => {
      await client.query(SQL.lockBoard, [board])
      for (const statement of SQL.removeBoard) await client.query(statement, [board])
    })
    await this.#wipe()
  }

  async #wipe(): Promise<void> {
    await this.#pool.query(SQL.vacuum)
  }

  async list(board: string): Promise<readonly string[]> {
    return (await this.#pool.query<LayerKey>(SQL.list, [board])).rows.map(({ layer }) => layer)
  }

  lease(board: string, layer: string, holder: string, now: number, forMs: number): Promise<number> {
    return inTransaction(this.#pool, 'write', async (client) => {
      await lockLayer(client, board, layer)
      const free = await client.query<{ client: number }>(SQL.freeHand, [board, layer, holder, now])
      const hand = free.rows[0]?.client ?? randomYjsClient()
      await client.query(SQL.holdHand, [board, layer, hand, holder, now + forMs])
      return hand
    })
  }
}
