import type { Kysely, Migration } from 'kysely'

/** A board of which browsers keep no copy. */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('boards')
      .addColumn('sensitive', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  },
  async down(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('boards').dropColumn('sensitive').execute()
  },
}
