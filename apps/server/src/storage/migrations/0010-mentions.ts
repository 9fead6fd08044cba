import type { Kysely, Migration } from 'kysely'

/** Comments that speak to somebody who has not seen them yet. The comments themselves lie in the board. */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('mentions')
      .addColumn('account_id', 'text', (column) =>
        column.notNull().references('accounts.id').onDelete('cascade'),
      )
      .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id').onDelete('cascade'))
      .addColumn('comment_id', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('mentions_pk', ['account_id', 'board_id', 'comment_id'])
      .execute()
    await db.schema.createIndex('mentions_board').on('mentions').columns(['board_id', 'comment_id']).execute()
  },
  async down(db: Kysely<unknown>): Promise<void> {
    await db.schema.dropTable('mentions').execute()
  },
}
