import { type ColumnDefinitionBuilder, type Kysely, type Migration, sql } from 'kysely'

const bytes = sql`bytea`
const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull()

/** What is kept of a snapshot, by what a reader of small things has to pass over: SQLite finds a column by walking over all before it. */
const SMALL_FIRST = ['crc', 'packed_crc', 'digest_crc', 'digest', 'packed', 'bytes']
const AS_IT_WAS = ['crc', 'packed_crc', 'bytes', 'packed', 'digest', 'digest_crc']

/** Makes the table of snapshots anew, its columns in this order. */
async function arrange(db: Kysely<unknown>, columns: readonly string[], key: string): Promise<void> {
  await db.schema.alterTable('layer_snapshots').renameTo('layer_snapshots_before').execute()
  let table = db.schema
    .createTable('layer_snapshots')
    .addColumn('board', 'text', required)
    .addColumn('layer', 'text', required)
  for (const column of columns) {
    const isSum = column.endsWith('crc')
    table = table.addColumn(column, isSum ? 'bigint' : bytes, column === 'bytes' ? required : undefined)
  }
  await table.addPrimaryKeyConstraint(key, ['board', 'layer']).execute()
  const names = sql.raw(['board', 'layer', ...columns].join(', '))
  await sql`insert into layer_snapshots (${names}) select ${names} from layer_snapshots_before`.execute(db)
  await db.schema.dropTable('layer_snapshots_before').execute()
}

/**
 * Opening a board reads the packed layer and the digest; with 4 MB of snapshot lying before them in the row, SQLite read all of
 * that to come to them. Now they lie before it.
 */
export const migration: Migration = {
  up: (db: Kysely<unknown>) => arrange(db, SMALL_FIRST, 'layer_snapshots_small_first_pk'),
  down: (db: Kysely<unknown>) => arrange(db, AS_IT_WAS, 'layer_snapshots_pk'),
}
