import type Database from 'better-sqlite3'
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Tables } from '../tables.ts'

/** The tables in an open SQLite file; see `Tables` for why nothing here uses Kysely's own transactions. */
export function sqliteTables(database: Database.Database): Tables {
  const kept = withKeptStatements(database)
  const query = new Kysely<Schema>({ dialect: new SqliteDialect({ database: kept }) })
  return {
    query,
    ask: async <R>(sql: string, parameters: readonly unknown[]) => kept.prepare(sql).all(parameters) as R[],
    async atomically(writes) {
      const compiled = writes.map((write) => write.compile())
      database.transaction(() => {
        for (const { sql, parameters } of compiled) database.prepare(sql).run(...parameters)
      })()
    },
  }
}

/** Statements that are asked again and again, at every request and socket, are compiled once. */
const KEPT = 300

function withKeptStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement>()
  return {
    close: () => database.close(),
    prepare(sql) {
      const found = kept.get(sql)
      if (found !== undefined && !found.busy) return found as unknown as SqliteStatement
      const statement = database.prepare(sql)
      if (kept.size >= KEPT) kept.clear()
      kept.set(sql, statement)
      return statement as unknown as SqliteStatement
    },
  }
}
