import type { CompiledQuery, Kysely } from 'kysely'
import type { Ask } from './kept-query.ts'
import type { Schema } from './schema.ts'

/**
 * People and boards as tables.
 *
 * Pitfall: on SQLite the rooms write through the same connection, in transactions of their own. A Kysely transaction would
 * stay open over an `await`, and what a room writes meanwhile would be undone with it. So there is none: several writes that
 * belong together are given whole, as a list. On Postgres that list is one transaction; other nodes write between any two.
 */
export interface Tables {
  readonly query: Kysely<Schema>
  /** Asks for rows in SQL that was written before (`keptQuery`). */
  readonly ask: Ask
  /** All of these writes, or none; resolves when they are on disk. */
  atomically(writes: readonly { compile(): CompiledQuery }[]): Promise<void>
}
