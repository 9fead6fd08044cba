import type { Kysely, Migration } from 'kysely'

export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('teams')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('personal_of', 'text', (column) => column.unique())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('team_members')
      .addColumn('team_id', 'text', (column) => column.notNull().references('teams.id').onDelete('cascade'))
      .addColumn('account_id', 'text', (column) =>
        column.notNull().references('accounts.id').onDelete('cascade'),
      )
      .addColumn('role', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('team_members_pk', ['team_id', 'account_id'])
      .execute()
    await db.schema.createIndex('team_members_account').on('team_members').column('account_id').execute()
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const table of ['team_members', 'teams']) await db.schema.dropTable(table).execute()
  },
}
