import { type Kysely, type Migration, sql } from 'kysely'

const bytes = sql`bytea`

/** What a board looked like: whole versions, and the small steps between them for replay. Both go with their board. */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('versions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id').onDelete('cascade'))
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('title', 'text')
      // what changed since the version before, a JSON list
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('components', 'integer', (column) => column.notNull())
      .addColumn('factors', 'integer', (column) => column.notNull())
      .addColumn('events', 'integer', (column) => column.notNull())
      .addColumn('arrows', 'integer', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('bytes', bytes, (column) => column.notNull())
      .execute()
    await db.schema.createIndex('versions_board').on('versions').columns(['board_id', 'at']).execute()
    await db.schema
      .createTable('history_steps')
      .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id').onDelete('cascade'))
      .addColumn('n', 'bigint', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('restored_to', 'bigint')
      .addColumn('gone', 'text', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('put', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('history_steps_pk', ['board_id', 'n'])
      .execute()
    await db.schema
      .createTable('history_heads')
      .addColumn('board_id', 'text', (column) =>
        column.primaryKey().references('boards.id').onDelete('cascade'),
      )
      .addColumn('n', 'bigint', (column) => column.notNull())
      .addColumn('head', 'bigint', (column) => column.notNull())
      .addColumn('versioned_at', 'bigint', (column) => column.notNull())
      .addColumn('versioned_head', 'bigint', (column) => column.notNull())
      .execute()
  },

  async down(db: Kysely<unknown>): Promise<void> {
    for (const table of ['history_heads', 'history_steps', 'versions'])
      await db.schema.dropTable(table).execute()
  },
}
