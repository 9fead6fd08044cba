import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'

/** Larger files are not read through at every start: SQLite notices what it meets, and rows carry checksums. */
const CHECKED_BYTES = 512 * 1024 * 1024

/** What is wrong with the file, in SQLite's words; empty when it is whole, or too large to be read through. */
export function findDamage(database: Database.Database): readonly string[] {
  if (database.memory || statSync(database.name).size > CHECKED_BYTES) return []
  const found = database.prepare<[], string>('pragma quick_check(5)').pluck().all()
  return found.filter((line) => line !== 'ok')
}
