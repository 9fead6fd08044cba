import { type Kysely, type Migration, sql } from 'kysely'

/** Pictures that people bring, with their smaller copies, and which layers of which boards they are in. */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('images')
      .addColumn('id', 'text', (column) => column.primaryKey())
      // SHA-256 of what was sent
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('width', 'integer', (column) => column.notNull())
      .addColumn('height', 'integer', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('image_files')
      .addColumn('image_id', 'text', (column) => column.notNull().references('images.id').onDelete('cascade'))
      // pixels; 0: the picture itself
      .addColumn('width', 'integer', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('bytes', sql`bytea`, (column) => column.notNull())
      .addPrimaryKeyConstraint('image_files_pk', ['image_id', 'width'])
      .execute()
    await db.schema
      .createTable('image_layers')
      .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id').onDelete('cascade'))
      .addColumn('layer', 'text', (column) => column.notNull())
      .addColumn('image_id', 'text', (column) => column.notNull().references('images.id'))
      // when something on the board was last known to name it
      .addColumn('named_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('image_layers_pk', ['board_id', 'layer', 'image_id'])
      .execute()
    await db.schema.createIndex('image_layers_image').on('image_layers').column('image_id').execute()
  },

  async down(db: Kysely<unknown>): Promise<void> {
    for (const table of ['image_layers', 'image_files', 'images']) await db.schema.dropTable(table).execute()
  },
}
