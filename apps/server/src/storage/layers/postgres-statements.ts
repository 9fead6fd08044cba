import { must } from '@second-story/std'
import type pg from 'pg'

export interface LayerRecord {
  readonly head: number
  readonly through: number
  readonly epoch: number
  readonly healing: number
}

const where = 'where board = $1 and layer = $2'

/** What `PostgresLayerStore` says to the database. */
export const SQL = {
  layer: `select head, through, epoch, healing from layers ${where}`,
  make: 'insert into layers (board, layer) values ($1, $2) on conflict do nothing',
  lock: `select head, through, epoch, healing from layers ${where} for update`,
  snapshot: `select bytes, crc, digest, digest_crc from layer_snapshots ${where}`,
  packed: `select packed as bytes, packed_crc as crc, through
    from layer_snapshots join layers using (board, layer) ${where} and packed is not null`,
  rowsAfter: `select n, bytes, crc from layer_rows ${where} and n > $3 order by n`,
  owners: `select client, account from layer_owners ${where}`,
  heads: `select coalesce(head, 0) as head, coalesce(epoch, 0) as epoch
    from unnest($1::text[], $2::text[]) with ordinality as asked (board, layer, place)
    left join layers using (board, layer) order by place`,
  list: `select layer from layers where board = $1 and (head > 0 or exists
    (select 1 from layer_snapshots s where s.board = layers.board and s.layer = layers.layer))
    order by layer collate "C"`,
  folded: `update layers set through = $3, epoch = $4 ${where}`,
  endHealing: `update layers set healing = 0 ${where}`,
  setSnapshot: `insert into layer_snapshots (board, layer, crc, bytes, packed_crc, packed, digest_crc, digest)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (board, layer) do update set crc = excluded.crc,
    bytes = excluded.bytes, packed_crc = excluded.packed_crc, packed = excluded.packed,
    digest_crc = excluded.digest_crc, digest = excluded.digest`,
  dropRows: `delete from layer_rows ${where} and n <= $3 and n <> all($4::bigint[])`,
  freeHand: `select client from layer_hands ${where} and (holder = $3 or held_until < $4) order by client limit 1`,
  holdHand: `insert into layer_hands (board, layer, client, holder, held_until) values ($1, $2, $3, $4, $5)
    on conflict (board, layer, client) do update set holder = excluded.holder, held_until = excluded.held_until`,
  lockBoard: 'select layer from layers where board = $1 order by layer collate "C" for update',
  removeBoard: ['layer_snapshots', 'layer_rows', 'layer_owners', 'layer_hands', 'layers'].map(
    (table) => `delete from ${table} where board = $1`,
  ),
  vacuum: 'vacuum layer_rows, layer_snapshots, layer_owners',
} as const

/** The layer, made where it was missing, and locked until the transaction ends. */
export async function lockLayer(client: pg.ClientBase, board: string, layer: string): Promise<LayerRecord> {
  await client.query(SQL.make, [board, layer])
  const locked = await client.query<LayerRecord>(SQL.lock, [board, layer])
  return must(locked.rows[0], 'the layer that was just made')
}
