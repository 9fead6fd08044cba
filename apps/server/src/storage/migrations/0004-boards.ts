import type { Kysely, Migration } from 'kysely'

export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('boards')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('team_id', 'text', (column) => column.notNull().references('teams.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('stage', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addColumn('deleted_at', 'bigint')
      .addColumn('counted_head', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('components', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('factors', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('events', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await db.schema.createIndex('boards_team').on('boards').column('team_id').execute()
    await db.schema
      .createTable('board_members')
      .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id').onDelete('cascade'))
      .addColumn('account_id', 'text', (column) =>
        column.notNull().references('accounts.id').onDelete('cascade'),
      )
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('board_members_pk', ['board_id', 'account_id'])
      .execute()
    await db.schema.createIndex('board_members_account').on('board_members').column('account_id').execute()
    await db.schema
      .createTable('invites')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('board_id', 'text', (column) => column.references('boards.id').onDelete('cascade'))
      .addColumn('team_id', 'text', (column) => column.references('teams.id').onDelete('cascade'))
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('max_uses', 'integer')
      .addColumn('uses', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('revoked_at', 'bigint')
      .execute()
    await db.schema
      .createTable('reveals')
      .addColumn('round_id', 'text', (column) => column.primaryKey())
      .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id').onDelete('cascade'))
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const table of ['reveals', 'invites', 'board_members', 'boards'])
      await db.schema.dropTable(table).execute()
  },
}
