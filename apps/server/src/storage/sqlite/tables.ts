import type Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Tables } from '../tables.ts'

/** The tables in an open SQLite file; see `Tables` for why nothing here uses Kysely's own transactions. */
export function sqliteTables(database: Database.Database): Tables {
  const query = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) })
  return {
    query,
    async atomically(writes) {
      const compiled = writes.map((write) => write.compile())
      database.transaction(() => {
        for (const { sql, parameters } of compiled) database.prepare(sql).run(...parameters)
      })()
    },
  }
}
