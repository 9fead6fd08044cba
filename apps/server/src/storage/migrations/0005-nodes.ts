import { type Kysely, type Migration, sql } from 'kysely'

const bytes = sql`bytea`

/**
 * Many nodes on one database, and disks that lie: layers get an epoch, rows and snapshots a checksum. Snapshots move to a
 * table of their own, so that counting a row does not rewrite a megabyte. Checksums of what is there already stay null.
 */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('layer_snapshots')
      .addColumn('board', 'text', (column) => column.notNull())
      .addColumn('layer', 'text', (column) => column.notNull())
      // of `bytes`, and of `packed`
      .addColumn('crc', 'bigint')
      .addColumn('packed_crc', 'bigint')
      .addColumn('bytes', bytes, (column) => column.notNull())
      // as V2, gzipped
      .addColumn('packed', bytes)
      .addPrimaryKeyConstraint('layer_snapshots_pk', ['board', 'layer'])
      .execute()
    await sql`insert into layer_snapshots (board, layer, bytes)
      select board, layer, snapshot from layers where snapshot is not null`.execute(db)
    // number of the last row that the snapshot holds
    const alter = (name: string) => db.schema.alterTable(name)
    await alter('layers')
      .addColumn('through', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute()
    await sql`update layers set through = coalesce(
      (select min(n) - 1 from layer_rows where layer_rows.board = layers.board and layer_rows.layer = layers.layer),
      head) where snapshot is not null`.execute(db)
    await alter('layers').dropColumn('snapshot').execute()
    await alter('layers')
      .addColumn('epoch', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute()
    await alter('layers')
      .addColumn('healing', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await alter('layer_rows').addColumn('crc', 'bigint').execute()
  },

  async down(db: Kysely<unknown>): Promise<void> {
    const alter = (name: string) => db.schema.alterTable(name)
    await alter('layers').addColumn('snapshot', bytes).execute()
    await sql`update layers set snapshot = (select bytes from layer_snapshots
      where layer_snapshots.board = layers.board and layer_snapshots.layer = layers.layer)`.execute(db)
    for (const column of ['through', 'epoch', 'healing']) await alter('layers').dropColumn(column).execute()
    await alter('layer_rows').dropColumn('crc').execute()
    await db.schema.dropTable('layer_snapshots').execute()
  },
}
