import { type Kysely, type Migration, sql } from 'kysely'

// `bytea` is Postgres' word; SQLite takes any name for a type and stores a blob as a blob
const bytes = sql`bytea`

/** The synced layers: a head, a log of rows, who owns which Yjs client, and the server's own clients. */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('layers')
      .addColumn('board', 'text', (column) => column.notNull())
      .addColumn('layer', 'text', (column) => column.notNull())
      // number of the last row ever appended; goes on after the rows are folded away
      .addColumn('head', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('snapshot', bytes)
      .addPrimaryKeyConstraint('layers_pk', ['board', 'layer'])
      .execute()
    await db.schema
      .createTable('layer_rows')
      .addColumn('board', 'text', (column) => column.notNull())
      .addColumn('layer', 'text', (column) => column.notNull())
      .addColumn('n', 'bigint', (column) => column.notNull())
      .addColumn('bytes', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('layer_rows_pk', ['board', 'layer', 'n'])
      .execute()
    await db.schema
      .createTable('layer_owners')
      .addColumn('board', 'text', (column) => column.notNull())
      .addColumn('layer', 'text', (column) => column.notNull())
      .addColumn('client', 'bigint', (column) => column.notNull())
      .addColumn('account', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('layer_owners_pk', ['board', 'layer', 'client'])
      .execute()
    await db.schema
      .createTable('layer_hands')
      .addColumn('board', 'text', (column) => column.notNull())
      .addColumn('layer', 'text', (column) => column.notNull())
      .addColumn('client', 'bigint', (column) => column.notNull())
      .addColumn('holder', 'text', (column) => column.notNull())
      // ms since 1970
      .addColumn('held_until', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('layer_hands_pk', ['board', 'layer', 'client'])
      .execute()
  },

  async down(db: Kysely<unknown>): Promise<void> {
    for (const table of ['layer_hands', 'layer_owners', 'layer_rows', 'layers'])
      await db.schema.dropTable(table).execute()
  },
}
