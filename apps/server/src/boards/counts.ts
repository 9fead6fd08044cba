import type { Clock } from '@second-story/std'
import type { Aside } from '../off-thread/aside.ts'
import type { Parts } from '../parts.ts'
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
  readonly #aside: Aside
  /** boards that are being counted: whoever asks meanwhile waits for the same */
  readonly #counting = new Map<string, Promise<void>>()

  constructor({ tables, rooms, clock, aside }: Pick<Parts, 'tables' | 'rooms' | 'clock' | 'aside'>) {
    this.#tables = tables
    this.#rooms = rooms
    this.#clock = clock
    this.#aside = aside
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
    for (const { id, head, counted_head } of await stale.execute())
      await this.#countOnce(id, head, counted_head === 0)
  }

  #countOnce(board: string, head: number, isFirst: boolean): Promise<void> {
    const counting =
      this.#counting.get(board) ??
      this.#count(board, head, isFirst).finally(() => this.#counting.delete(board))
    this.#counting.set(board, counting)
    return counting
  }

  async #count(board: string, head: number, isFirst: boolean): Promise<void> {
    const { layers } = await this.#rooms.stored(board, [{ kind: 'common' }])
    const counts = await this.#aside.run('count', layers.get('common') ?? [])
    await this.#tables.query
      .updateTable('boards')
      .set({ ...counts, counted_head: head, ...(isFirst ? {} : { updated_at: this.#clock.now() }) })
      .where('id', '=', board)
      .execute()
  }
}
