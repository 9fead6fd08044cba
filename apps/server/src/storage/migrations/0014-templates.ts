import type { Kysely, Migration } from 'kysely'

/** A board that others begin with. */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('boards')
      .addColumn('template', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  },
  async down(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('boards').dropColumn('template').execute()
  },
}
