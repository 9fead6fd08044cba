import { type Kysely, type Migration, sql } from 'kysely'

/** What a fold says of its snapshot, so that a room serves it before it has read it. Older snapshots have none until they are folded again. */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const alter = () => db.schema.alterTable('layer_snapshots')
    await alter().addColumn('digest', sql`bytea`).execute()
    // of `digest`, and of which snapshot it is
    await alter().addColumn('digest_crc', 'bigint').execute()
  },

  async down(db: Kysely<unknown>): Promise<void> {
    for (const column of ['digest', 'digest_crc'])
      await db.schema.alterTable('layer_snapshots').dropColumn(column).execute()
  },
}
