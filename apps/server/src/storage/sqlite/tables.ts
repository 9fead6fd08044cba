import type Database from 'better-sqlite3'
import { type Dialect, Kysely, SqliteDialect, type SqliteStatement } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Tables } from '../tables.ts'
import { besideDialect } from './beside-driver.ts'
import type { DurableLog } from './durable-log.ts'
import { Statements } from './kept-statements.ts'

/**
 * The tables in an open SQLite file; see `Tables` for why nothing here uses Kysely's own transactions. With a `log` writes wait
 * for the disk beside this thread; without one, as migrations and tools have it, they hold it up.
 */
export function sqliteTables(database: Database.Database, log: DurableLog | null = null): Tables {
  const statements = new Statements(database)
  const dialect = log === null ? plainDialect(database, statements) : besideDialect(statements, log)
  return {
    query: new Kysely<Schema>({ dialect }),
    ask: async <R>(sql: string, parameters: readonly unknown[]) =>
      statements.get(sql).all(...parameters) as R[],
    async atomically(writes) {
      const compiled = writes.map((write) => write.compile())
      const all = database.transaction(() => {
        for (const { sql, parameters } of compiled) database.prepare(sql).run(...parameters)
      })
      if (log === null) all()
      else await log.written(all)
    },
  }
}

function plainDialect(database: Database.Database, statements: Statements): Dialect {
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql) => statements.get(sql) as unknown as SqliteStatement,
    },
  })
}
