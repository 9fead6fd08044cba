import type Database from 'better-sqlite3'
import type { ReadRow } from './damage.ts'
import type { KeptSnapshot } from './kept-snapshot.ts'
import type { KeptBytes } from './mend.ts'

export interface LayerRecord {
  readonly head: number
  readonly through: number
  readonly epoch: number
  readonly healing: number
}

const where = 'where board = ? and layer = ?'

/** Every table that holds something of a layer. */
const LAYER_TABLES = ['layers', 'layer_snapshots', 'layer_rows', 'layer_owners', 'layer_hands']

/** What `SqliteLayerStore` says to the database, prepared once. */
export function prepareStatements(database: Database.Database) {
  return {
    layer: database.prepare<[string, string], LayerRecord>(
      `select head, through, epoch, healing from layers ${where}`,
    ),
    snapshot: database.prepare<[string, string], KeptSnapshot>(
      `select bytes, crc, digest, digest_crc from layer_snapshots ${where}`,
    ),
    packed: database.prepare<[string, string], KeptBytes>(
      `select packed as bytes, packed_crc as crc from layer_snapshots ${where} and packed is not null`,
    ),
    rowsAfter: database.prepare<[string, string, number], ReadRow>(
      `select n, bytes, crc from layer_rows ${where} and n > ? order by n`,
    ),
    owners: database.prepare<[string, string], { client: number; account: string }>(
      `select client, account from layer_owners ${where}`,
    ),
    owner: database
      .prepare<[string, string, number], string>(`select account from layer_owners ${where} and client = ?`)
      .pluck(),
    list: database.prepare<[string], { layer: string }>(
      'select layer from layers where board = ? and (head > 0 or exists (select 1 from layer_snapshots s where s.board = layers.board and s.layer = layers.layer)) order by layer',
    ),
    claim: database.prepare<[string, string, number, string]>(
      'insert into layer_owners (board, layer, client, account) values (?, ?, ?, ?) on conflict do nothing',
    ),
    make: database.prepare<[string, string]>(
      'insert into layers (board, layer) values (?, ?) on conflict do nothing',
    ),
    advance: database
      .prepare<[string, string], number>(`update layers set head = head + 1 ${where} returning head`)
      .pluck(),
    /** the same for a layer that is there, in the epoch that is meant */
    advanceIn: database
      .prepare<[string, string, number], number>(
        `update layers set head = head + 1 ${where} and epoch = ? returning head`,
      )
      .pluck(),
    appendRow: database.prepare<[string, string, number, number, Uint8Array]>(
      'insert into layer_rows (board, layer, n, crc, bytes) values (?, ?, ?, ?, ?)',
    ),
    folded: database.prepare<[number, number, string, string]>(
      `update layers set through = ?, epoch = ? ${where}`,
    ),
    endHealing: database.prepare<[string, string]>(`update layers set healing = 0 ${where}`),
    setSnapshot: database.prepare<[string, string, ...(number | Uint8Array | null)[]]>(
      'insert or replace into layer_snapshots (board, layer, crc, bytes, packed_crc, packed, digest_crc, digest) values (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    /** the last parameter: numbers of rows to leave alone, as JSON */
    dropRows: database.prepare<[string, string, number, string]>(
      `delete from layer_rows ${where} and n <= ? and n not in (select value from json_each(?))`,
    ),
    freeHand: database.prepare<[string, string, string, number], { client: number }>(
      `select client from layer_hands ${where} and (holder = ? or held_until < ?) order by client limit 1`,
    ),
    holdHand: database.prepare<[string, string, number, string, number]>(
      'insert into layer_hands (board, layer, client, holder, held_until) values (?, ?, ?, ?, ?) on conflict (board, layer, client) do update set holder = excluded.holder, held_until = excluded.held_until',
    ),
    removeBoard: LAYER_TABLES.map((table) =>
      database.prepare<[string]>(`delete from ${table} where board = ?`),
    ),
  }
}

export type Statements = ReturnType<typeof prepareStatements>
