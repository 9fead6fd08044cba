import type { Claim } from '@second-story/sync'
import type Database from 'better-sqlite3'
import type { Append, LayerStore, StoredLayer } from './layer-store.ts'

interface LayerRecord {
  readonly head: number
  readonly snapshot: Uint8Array | null
}

/** Layers in SQLite. The database comes opened (`sqlite/open.ts`) and migrated (`migrations/0001-layers.ts`). */
export class SqliteLayerStore implements LayerStore {
  readonly #database: Database.Database
  readonly #randomClient: () => number
  readonly #sql: Statements
  readonly #appendAll: (entries: readonly Append[]) => (number | null)[]

  constructor(database: Database.Database, randomClient: () => number = randomYjsClient) {
    this.#database = database
    this.#randomClient = randomClient
    this.#sql = prepare(database)
    this.#appendAll = database.transaction((entries: readonly Append[]) =>
      entries.map((entry) => this.#appendOne(entry)),
    )
  }

  async load(board: string, layer: string): Promise<StoredLayer> {
    return this.#database.transaction(() => this.#load(board, layer))()
  }

  #load(board: string, layer: string): StoredLayer {
    const record = this.#sql.layer.get(board, layer)
    return {
      snapshot: record?.snapshot ?? null,
      head: record?.head ?? 0,
      rows: this.#sql.rows.all(board, layer),
      owners: this.#sql.owners.all(board, layer).map(({ client, account }): Claim => [client, account]),
    }
  }

  async append(entries: readonly Append[]): Promise<readonly (number | null)[]> {
    return this.#appendAll(entries)
  }

  #appendOne({ board, layer, bytes, owners }: Append): number | null {
    for (const [client, account] of owners) this.#sql.claim.run(board, layer, client, account)
    if (bytes === null) return null
    const head = this.#sql.advance.get(board, layer)?.head ?? 1
    this.#sql.appendRow.run(board, layer, head, bytes)
    return head
  }

  async compact(board: string, layer: string, snapshot: Uint8Array, through: number): Promise<void> {
    this.#fold(board, layer, snapshot, through)
  }

  async replace(board: string, layer: string, snapshot: Uint8Array, through: number): Promise<boolean> {
    if ((this.#sql.layer.get(board, layer)?.head ?? 0) !== through) return false
    this.#fold(board, layer, snapshot, through)
    this.#wipe()
    return true
  }

  #fold(board: string, layer: string, snapshot: Uint8Array, through: number): void {
    this.#database.transaction(() => {
      this.#sql.setSnapshot.run(board, layer, through, snapshot)
      this.#sql.dropRows.run(board, layer, through)
    })()
  }

  async removeBoard(board: string): Promise<void> {
    this.#database.transaction(() => {
      for (const statement of this.#sql.removeBoard) statement.run(board)
    })()
    this.#wipe()
  }

  /** secure_delete zeroes the pages; the old ones are still in the write-ahead log until it is emptied. */
  #wipe(): void {
    this.#database.pragma('wal_checkpoint(TRUNCATE)')
  }

  async list(board: string): Promise<readonly string[]> {
    return this.#sql.list.all(board).map(({ layer }) => layer)
  }

  async lease(board: string, layer: string, holder: string, now: number, forMs: number): Promise<number> {
    return this.#database.transaction(() => {
      const free = this.#sql.freeHand.get(board, layer, holder, now)
      const client = free?.client ?? this.#randomClient()
      this.#sql.holdHand.run(board, layer, client, holder, now + forMs)
      return client
    })()
  }
}

function randomYjsClient(): number {
  return globalThis.crypto.getRandomValues(new Uint32Array(1))[0] ?? 1
}

function prepare(database: Database.Database) {
  const where = 'where board = ? and layer = ?'
  return {
    layer: database.prepare<[string, string], LayerRecord>(`select head, snapshot from layers ${where}`),
    rows: database.prepare<[string, string], { n: number; bytes: Uint8Array }>(
      `select n, bytes from layer_rows ${where} order by n`,
    ),
    owners: database.prepare<[string, string], { client: number; account: string }>(
      `select client, account from layer_owners ${where}`,
    ),
    list: database.prepare<[string], { layer: string }>(
      'select layer from layers where board = ? order by layer',
    ),
    claim: database.prepare<[string, string, number, string]>(
      'insert into layer_owners (board, layer, client, account) values (?, ?, ?, ?) on conflict do nothing',
    ),
    advance: database.prepare<[string, string], { head: number }>(
      'insert into layers (board, layer, head) values (?, ?, 1) on conflict (board, layer) do update set head = head + 1 returning head',
    ),
    appendRow: database.prepare<[string, string, number, Uint8Array]>(
      'insert into layer_rows (board, layer, n, bytes) values (?, ?, ?, ?)',
    ),
    setSnapshot: database.prepare<[string, string, number, Uint8Array]>(
      'insert into layers (board, layer, head, snapshot) values (?, ?, ?, ?) on conflict (board, layer) do update set snapshot = excluded.snapshot',
    ),
    dropRows: database.prepare<[string, string, number]>(`delete from layer_rows ${where} and n <= ?`),
    freeHand: database.prepare<[string, string, string, number], { client: number }>(
      `select client from layer_hands ${where} and (holder = ? or held_until < ?) order by client limit 1`,
    ),
    holdHand: database.prepare<[string, string, number, string, number]>(
      'insert into layer_hands (board, layer, client, holder, held_until) values (?, ?, ?, ?, ?) on conflict (board, layer, client) do update set holder = excluded.holder, held_until = excluded.held_until',
    ),
    removeBoard: ['layers', 'layer_rows', 'layer_owners', 'layer_hands'].map((table) =>
      database.prepare<[string]>(`delete from ${table} where board = ?`),
    ),
  }
}

type Statements = ReturnType<typeof prepare>
