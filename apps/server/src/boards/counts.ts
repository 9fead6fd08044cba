import { deletedAt, itemsOf } from '@second-story/board'
import type { Clock } from '@second-story/std'
import * as Y from 'yjs'
import type { Rooms } from '../rooms/rooms.ts'
import type { Tables } from '../storage/tables.ts'

/**
 * Keeps in the boards table what its cards say: how much is on a board, and when it last changed. Only `common` counts: what
 * people write alone shows nowhere, not even as a time.
 */
export class Counts {
  readonly #tables: Tables
  readonly #rooms: Rooms
  readonly #clock: Clock

  constructor(tables: Tables, rooms: Rooms, clock: Clock) {
    this.#tables = tables
    this.#rooms = rooms
    this.#clock = clock
  }

  /** Counts again those boards that changed since they were last counted; all of them when none are named. */
  async refresh(boards?: readonly string[]): Promise<void> {
    if (boards?.length === 0) return
    let stale = this.#tables.query
      .selectFrom('boards')
      .innerJoin('layers', 'layers.board', 'boards.id')
      .select(['boards.id', 'layers.head', 'boards.counted_head'])
      .where('layers.layer', '=', 'common')
      .where('boards.deleted_at', 'is', null)
      .whereRef('layers.head', '!=', 'boards.counted_head')
    if (boards) stale = stale.where('boards.id', 'in', boards)
    for (const row of await stale.execute()) await this.#count(row.id, row.head, row.counted_head === 0)
  }

  async #count(board: string, head: number, isFirst: boolean): Promise<void> {
    const counts = await this.#rooms.read(board, { kind: 'common' }, countItems)
    await this.#tables.query
      .updateTable('boards')
      .set({ ...counts, counted_head: head, ...(isFirst ? {} : { updated_at: this.#clock.now() }) })
      .where('id', '=', board)
      .execute()
  }
}

function countItems(doc: Y.Doc): { components: number; factors: number; events: number } {
  const counts = { components: 0, factors: 0, events: 0 }
  for (const item of itemsOf(doc).values()) {
    if (!(item instanceof Y.Map) || deletedAt(item) !== null) continue
    const type = item.get('type')
    if (type === 'component') counts.components++
    else if (type === 'factor') counts.factors++
    else if (type === 'event') counts.events++
  }
  return counts
}
