import type { Kysely, Migration } from 'kysely'

/**
 * Votes that are open, and the dots that people gave in them: each dot has a place of its own among those of its giver, so that
 * nobody can ever give one too many, whatever arrives at the same moment. Both are gone once the vote is closed.
 */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('votes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id').onDelete('cascade'))
      .addColumn('dots', 'integer', (column) => column.notNull())
      // what is voted on, as JSON
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('open', 'integer', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('votes_board').on('votes').column('board_id').execute()
    await db.schema
      .createTable('vote_dots')
      .addColumn('vote_id', 'text', (column) => column.notNull().references('votes.id').onDelete('cascade'))
      .addColumn('account_id', 'text', (column) =>
        column.notNull().references('accounts.id').onDelete('cascade'),
      )
      // 0 up to the dots of the vote, less one
      .addColumn('slot', 'integer', (column) => column.notNull())
      .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id').onDelete('cascade'))
      .addColumn('item_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('vote_dots_pk', ['vote_id', 'account_id', 'slot'])
      .execute()
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const table of ['vote_dots', 'votes']) await db.schema.dropTable(table).execute()
  },
}
