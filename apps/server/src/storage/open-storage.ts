import Database from 'better-sqlite3'
import type { ReportDamage } from './layers/damage.ts'
import { PostgresLayerStore } from './layers/postgres-layer-store.ts'
import { SqliteLayerStore } from './layers/sqlite-layer-store.ts'
import { migrate } from './migrations/index.ts'
import { migratePostgres } from './postgres/migrate.ts'
import { connectPostgres, untilReachable } from './postgres/open.ts'
import { postgresTables } from './postgres/tables.ts'
import { findDamage } from './sqlite/check.ts'
import { DurableLog } from './sqlite/durable-log.ts'
import { lockFolder } from './sqlite/lock.ts'
import { DataFolderError, makeFolder, openDatabase } from './sqlite/open.ts'
import { sqliteTables } from './sqlite/tables.ts'
import type { Storage, StorageLog } from './storage.ts'

/** Where things are kept: a folder, or, when it is named, a Postgres. */
export interface StoragePlace {
  readonly dataDir: string
  readonly databaseUrl: string | null
}

/** Opens it and brings it up to date. Throws `DataFolderError` or `DatabaseUrlError`. */
export function openStorage({ dataDir, databaseUrl }: StoragePlace, log: StorageLog): Promise<Storage> {
  return databaseUrl === null ? openFolder(dataDir, log) : openPostgres(databaseUrl, log)
}

async function openFolder(folder: string, log: StorageLog): Promise<Storage> {
  makeFolder(folder)
  const unlock = lockFolder(folder)
  if (unlock === null)
    throw new DataFolderError(
      `DATA_DIR ${folder} is in use by another Second Story: end that one, or set DATA_DIR to another folder.`,
    )
  try {
    const database = openDatabase(folder)
    sayDamage(database, log)
    await migrate(sqliteTables(database).query)
    const durable = new DurableLog(database)
    return {
      tables: sqliteTables(database, durable),
      layers: new SqliteLayerStore(database, reportTo(log), durable),
      async close() {
        await durable.close()
        database.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    if (!(error instanceof Database.SqliteError)) throw error
    throw new DataFolderError(
      `DATA_DIR ${folder} cannot be used: ${error.message}. If the file is damaged, restore it from a backup.`,
    )
  }
}

function sayDamage(database: Database.Database, log: StorageLog): void {
  const damage = findDamage(database)
  if (damage.length > 0)
    log.error(
      { damage },
      'the database file is damaged: what can be read is served; restore it from a backup',
    )
}

async function openPostgres(url: string, log: StorageLog): Promise<Storage> {
  const pool = connectPostgres(url, (error) =>
    log.error({ error: error.message }, 'a connection to the database was lost'),
  )
  await untilReachable(pool, url)
  await migratePostgres(url)
  return {
    tables: postgresTables(pool),
    layers: new PostgresLayerStore(pool, reportTo(log)),
    close: () => pool.end(),
  }
}

function reportTo(log: StorageLog): ReportDamage {
  return ({ board, layer, what, n }) =>
    log.error({ board, layer, n }, `a ${what} is damaged on disk: it is left alone and not served`)
}
