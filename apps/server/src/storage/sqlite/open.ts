import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { StorageError } from '../storage-error.ts'

/** A data folder that cannot be used; the message is one line for the person who starts the server. */
export class DataFolderError extends StorageError {
  override readonly name = 'DataFolderError'
}

/** Name of the database file in the data folder. */
export const DATABASE_FILE = 'second-story.db'

/** Makes the folder where it is missing; throws `DataFolderError` when nothing can be kept there. */
export function makeFolder(folder: string): void {
  orSay(folder, () => {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  })
}

/**
 * Opens `<folder>/second-story.db`, made where it is missing. Every commit is on disk when it returns (WAL, synchronous=FULL),
 * and what is deleted is overwritten (secure_delete).
 */
export function openDatabase(folder: string): Database.Database {
  makeFolder(folder)
  return orSay(folder, () => withPragmas(new Database(join(folder, DATABASE_FILE))))
}

function orSay<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new DataFolderError(
      `DATA_DIR ${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

/** Sets what every connection of ours relies on. */
export function withPragmas(database: Database.Database): Database.Database {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('secure_delete = ON')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 5000')
  return database
}
