/** One row of any table, by column. */
export type AnyRow = Readonly<Record<string, unknown>>

/** Everything that is kept, as it was at one moment, however long the reading takes. */
export interface Source {
  /** name of the last migration that it went through */
  readonly lastMigration: string
  /** rows of a table, a few at a time */
  rows(table: string): AsyncIterable<readonly AnyRow[]>
  close(): Promise<void>
}

/** An empty place, migrated as far as the source is. */
export interface Target {
  insert(table: string, columns: readonly string[], rows: readonly AnyRow[]): Promise<void>
  /** as after a restore: the server's own clients are given up, and every layer heals */
  markHealing(): Promise<void>
  /** Keeps what was inserted, brings it up to date, and closes. */
  keep(): Promise<void>
  /** Leaves everything as it was before, and closes. */
  drop(): Promise<void>
}

/** A snapshot may be megabytes: so few rows are in memory at one time. */
const ROWS_AT_ONCE = 100
/** and of these each one may be many */
const LARGE_ROWS = new Set(['image_files'])

export function rowsAtOnce(table: string): number {
  return LARGE_ROWS.has(table) ? 2 : ROWS_AT_ONCE
}

/**
 * What a restore does to the layers, `now` in ms. The server's own clients must not be used again: after the backup it may have
 * written with them, and browsers remember. Nor must its epochs: rows get numbers again that browsers know other rows by.
 */
export function healing(now: number): readonly string[] {
  return ['delete from layer_hands', `update layers set healing = 1, epoch = epoch + ${Math.trunc(now)}`]
}
