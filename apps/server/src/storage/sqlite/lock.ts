import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Name of the file whose lock says that somebody serves the folder. It holds nothing. */
export const LOCK_FILE = 'second-story.lock'

/** A server that is just ending keeps it for a moment. */
const PATIENCE_MS = 2000

/**
 * Takes the folder for this process alone, or returns null when another has it: two servers on one file would each hold the
 * rooms in memory and overwrite each other. The lock is the system's own: it is free at the moment its holder is gone,
 * however that ended.
 */
export function lockFolder(folder: string, patienceMs = PATIENCE_MS): (() => void) | null {
  const file = new Database(join(folder, LOCK_FILE), { timeout: patienceMs })
  try {
    // no journal beside it
    file.pragma('journal_mode = MEMORY')
    file.exec('begin exclusive')
  } catch (error) {
    file.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
  return () => file.close()
}
