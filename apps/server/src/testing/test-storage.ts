import Database from 'better-sqlite3'
import { inject } from 'vitest'
import type {} from '../../../../infra/testing/services.ts'
import { PostgresLayerStore } from '../storage/layers/postgres-layer-store.ts'
import { SqliteLayerStore } from '../storage/layers/sqlite-layer-store.ts'
import { migrate } from '../storage/migrations/index.ts'
import { connectPostgres } from '../storage/postgres/open.ts'
import { postgresTables } from '../storage/postgres/tables.ts'
import { DurableLog } from '../storage/sqlite/durable-log.ts'
import { withPragmas } from '../storage/sqlite/open.ts'
import { sqliteTables } from '../storage/sqlite/tables.ts'
import type { Storage } from '../storage/storage.ts'
import { PostgresDatabase } from './postgres-database.ts'

/** For tests: an empty storage. The same tests run on both; the run says on which (`TEST_DATABASE`, vitest.config.ts). */
export function testStorage(): Promise<Storage> {
  return process.env.TEST_DATABASE === 'postgres' ? onPostgres() : onSqlite(':memory:')
}

/** In this file, whatever the run says: for tests that look into files. */
export async function onSqlite(file: string): Promise<Storage> {
  const database = withPragmas(new Database(file))
  await migrate(sqliteTables(database).query)
  const log = new DurableLog(database)
  return {
    tables: sqliteTables(database, log),
    layers: new SqliteLayerStore(database, undefined, log),
    async close() {
      await log.close()
      database.close()
    },
  }
}

async function onPostgres(): Promise<Storage> {
  const database = await PostgresDatabase.make(inject('postgres') ?? '')
  const pool = connectPostgres(database.url)
  return {
    tables: postgresTables(pool),
    layers: new PostgresLayerStore(pool),
    async close() {
      await pool.end()
      await database.drop()
    },
  }
}
