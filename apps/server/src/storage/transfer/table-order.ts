import Database from 'better-sqlite3'
import { migrate } from '../migrations/index.ts'
import { sqliteTables } from '../sqlite/tables.ts'

export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
}

/** Every table after this migration, each after those that its rows refer to; read from a database that is made for it. */
export async function tableOrder(lastMigration: string): Promise<readonly TableShape[]> {
  const database = new Database(':memory:')
  try {
    await migrate(sqliteTables(database).query, lastMigration)
    return inOrder(database)
  } finally {
    database.close()
  }
}

function inOrder(database: Database.Database): TableShape[] {
  const list = (sql: string, ...values: string[]): string[] =>
    database
      .prepare<string[], string>(sql)
      .pluck()
      .all(...values)
  const names = list(
    "select name from sqlite_schema where type = 'table' and name not like 'kysely%' and name not like 'sqlite%' order by name",
  )
  const placed = new Set<string>()
  const place = (name: string): void => {
    if (placed.has(name)) return
    for (const parent of list('select "table" from pragma_foreign_key_list(?)', name))
      if (parent !== name) place(parent)
    placed.add(name)
  }
  for (const name of names) place(name)
  return [...placed].map((name) => ({
    name,
    columns: list('select name from pragma_table_info(?) order by cid', name),
  }))
}
