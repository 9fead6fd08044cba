import { formatLayer } from '@second-story/protocol'
import type { Clock } from '@second-story/std'
import type { Log } from '../rooms/log.ts'
import type { Tables } from '../storage/tables.ts'
import type { Versions } from './versions.ts'

const COMMON = formatLayer({ kind: 'common' })

/** While a board changes, one automatic version in this time. */
export const VERSION_EVERY_MS = 10 * 60_000

/** Boards looked at in one turn; the others have theirs in the next. */
const MOST_AT_ONCE = 50

/** Follows all boards, from a timer: a step of history a minute, a version every ten, only of those that changed. */
export class VersionKeeper {
  readonly #tables: Tables
  readonly #versions: Versions
  readonly #clock: Clock
  readonly #log: Log

  constructor(tables: Tables, versions: Versions, clock: Clock, log: Log) {
    this.#log = log
    this.#tables = tables
    this.#versions = versions
    this.#clock = clock
  }

  async keep(): Promise<void> {
    const now = this.#clock.now()
    for (const { id } of await this.#changed()) await this.#try(id, () => this.#versions.history.take(id))
    for (const { id, head, versionedAt } of await this.#due(now))
      await this.#try(id, async () => {
        if (await this.#claim(id, versionedAt, now, head)) await this.#versions.keepAutomatic(id)
      })
  }

  /** What fails on one board (another node was faster) leaves the others alone, and has its next turn. */
  async #try(board: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.#log.warn({ board, error: String(error) }, 'history was not kept this time')
    }
  }

  #changed(): Promise<{ id: string }[]> {
    return this.#tables.query
      .selectFrom('boards')
      .innerJoin('layers', (join) =>
        join.onRef('layers.board', '=', 'boards.id').on('layers.layer', '=', COMMON),
      )
      .leftJoin('history_heads', 'history_heads.board_id', 'boards.id')
      .select('boards.id')
      .where('boards.deleted_at', 'is', null)
      .where((or) =>
        or.or([or('history_heads.head', 'is', null), or('history_heads.head', '!=', or.ref('layers.head'))]),
      )
      .orderBy('boards.updated_at', 'desc')
      .limit(MOST_AT_ONCE)
      .execute()
  }

  #due(now: number): Promise<{ id: string; head: number; versionedAt: number }[]> {
    return this.#tables.query
      .selectFrom('history_heads')
      .innerJoin('boards', 'boards.id', 'history_heads.board_id')
      .select([
        'history_heads.board_id as id',
        'history_heads.head',
        'history_heads.versioned_at as versionedAt',
      ])
      .where('boards.deleted_at', 'is', null)
      .whereRef('history_heads.head', '!=', 'history_heads.versioned_head')
      .where('history_heads.versioned_at', '<=', now - VERSION_EVERY_MS)
      .limit(MOST_AT_ONCE)
      .execute()
  }

  /** True for one node alone. */
  async #claim(board: string, versionedAt: number, now: number, head: number): Promise<boolean> {
    const [{ numUpdatedRows } = { numUpdatedRows: 0n }] = await this.#tables.query
      .updateTable('history_heads')
      .set({ versioned_at: now, versioned_head: head })
      .where('board_id', '=', board)
      .where('versioned_at', '=', versionedAt)
      .execute()
    return numUpdatedRows > 0n
  }
}
