import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { systemClock } from '@second-story/std'
import Database from 'better-sqlite3'
import { migrate } from '../migrations/index.ts'
import { withPragmas } from '../sqlite/open.ts'
import { sqliteTables } from '../sqlite/tables.ts'
import { TransferError } from './place.ts'
import { type AnyRow, healing, rowsAtOnce, type Source, type Target } from './rows.ts'

/** What lies in a database file, while others may write to it. Throws `TransferError`. */
export function readSqliteFile(file: string): Source {
  if (!existsSync(file)) throw new TransferError(`${file} does not exist`)
  const database = new Database(file, { fileMustExist: true })
  try {
    // the first look fixes what all later ones see
    database.exec('begin')
    const lastMigration = database
      .prepare<[], string>('select name from kysely_migration order by name desc limit 1')
      .pluck()
      .get()
    if (lastMigration === undefined) throw new Error('it is empty')
    return {
      lastMigration,
      async *rows(table) {
        let batch: AnyRow[] = []
        for (const row of database.prepare<[], AnyRow>(`select * from ${table}`).iterate()) {
          batch.push(row)
          if (batch.length < rowsAtOnce(table)) continue
          yield batch
          batch = []
        }
        if (batch.length > 0) yield batch
      },
      async close() {
        database.close()
      },
    }
  } catch (error) {
    database.close()
    throw new TransferError(`${file} is not one of ours: ${error instanceof Error ? error.message : error}`)
  }
}

/** A new database file; it appears under its name only when it is whole. */
export async function writeSqliteFile(file: string, lastMigration: string): Promise<Target> {
  const draft = `${file}.part`
  removeFile(draft)
  // it holds what people wrote for themselves alone
  writeFileSync(draft, '', { mode: 0o600 })
  const database = withPragmas(new Database(draft))
  const { query } = sqliteTables(database)
  await migrate(query, lastMigration)
  database.exec('begin')
  return {
    async insert(table, columns, rows) {
      const marks = columns.map(() => '?').join()
      const insert = database.prepare(`insert into ${table} (${columns.join()}) values (${marks})`)
      for (const row of rows) insert.run(...columns.map((column) => row[column]))
    },
    async markHealing() {
      for (const sql of healing(systemClock.now())) database.exec(sql)
    },
    async keep() {
      database.exec('commit')
      await migrate(query)
      // one file, without a log beside it
      database.pragma('journal_mode = DELETE')
      database.close()
      renameSync(draft, file)
    },
    async drop() {
      database.close()
      removeFile(draft)
    },
  }
}

/** A database file, with what lies beside it. */
export function filesOf(file: string): string[] {
  return [file, `${file}-wal`, `${file}-shm`].filter((one) => existsSync(one))
}

function removeFile(file: string): void {
  for (const one of filesOf(file)) rmSync(one)
}
