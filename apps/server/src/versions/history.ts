import { formatLayer, type HistoryStep } from '@second-story/protocol'
import type { Clock } from '@second-story/std'
import type { Aside } from '../off-thread/aside.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { HistoryHeadRow, HistoryStepRow } from '../storage/schema.ts'
import type { Tables } from '../storage/tables.ts'
import { mergePlan } from './merging.ts'
import type { PackedPrints, PackedStep } from './tasks.ts'

const COMMON = { kind: 'common' } as const

/** Boards whose last look is remembered. */
const MOST_REMEMBERED = 200

/**
 * A board through time, in small steps, each of them what changed since the one before: kept apart from the log, bounded, and
 * taken from what is on disk while nobody waits.
 *
 * Steps are numbered without a gap in the order they were taken. Whatever changes the steps of a board also writes the next
 * number, so that of two nodes that do it at once one fails and changes nothing.
 */
export class BoardHistory {
  readonly #tables: Tables
  readonly #rooms: Rooms
  readonly #aside: Aside
  readonly #clock: Clock
  readonly #looks = new Map<string, { readonly n: number; readonly prints: PackedPrints }>()

  constructor(tables: Tables, rooms: Rooms, aside: Aside, clock: Clock) {
    this.#tables = tables
    this.#rooms = rooms
    this.#aside = aside
    this.#clock = clock
  }

  headOf(board: string): Promise<HistoryHeadRow | undefined> {
    return this.#tables.query
      .selectFrom('history_heads')
      .selectAll()
      .where('board_id', '=', board)
      .executeTakeFirst()
  }

  /** Takes a step if the board looks other than at the last one; it will not be looked at again until more is on disk. */
  async take(board: string, restoredTo: number | null = null): Promise<void> {
    const last = (await this.headOf(board)) ?? null
    const known = this.#looks.get(board)
    const prints = last && known?.n === last.n ? known.prints : null
    const steps = prints ? [] : await this.#rows(board)
    // of before: what comes while it is read will be looked at the next time
    const head = await this.#headOfCommon(board)
    const log = await logOf(this.#rooms, board)
    const seen = await this.#aside.run('look', { log, prints, steps: steps.map(packedOf) })
    if (seen.step === null) await this.#noteHead(board, last, head)
    else await this.#append(board, last, head, seen.step, restoredTo)
    this.#remember(board, (last?.n ?? 0) + (seen.step ? 1 : 0), seen.prints)
  }

  /** The steps as they are sent: packed as they lie on the disk. */
  async stepsOf(board: string): Promise<HistoryStep[]> {
    const rows = await this.#rows(board)
    return rows
      .filter((row) => row.size > 0)
      .map((row) => ({
        at: row.at,
        put: Buffer.from(row.put).toString('base64'),
        gone: JSON.parse(row.gone) as string[],
        restoredTo: row.restored_to,
      }))
  }

  /** What goes with everything that was kept of a board (`Versions.drop`): the numbers go on, the next step is a whole board. */
  async emptying(board: string) {
    const { query } = this.#tables
    const last = await this.headOf(board)
    this.#looks.delete(board)
    const wipe = query.deleteFrom('history_steps').where('board_id', '=', board)
    if (!last) return [wipe]
    const n = last.n + 1
    const blank = { board_id: board, n, at: this.#clock.now(), restored_to: null, gone: '[]', size: 0 }
    return [
      wipe,
      query.insertInto('history_steps').values({ ...blank, put: new Uint8Array(0) }),
      query
        .updateTable('history_heads')
        .set({ n, head: -1, versioned_head: -1 })
        .where('board_id', '=', board),
    ]
  }

  async #headOfCommon(board: string): Promise<number> {
    const row = await this.#tables.query
      .selectFrom('layers')
      .select('head')
      .where('board', '=', board)
      .where('layer', '=', formatLayer(COMMON))
      .executeTakeFirst()
    return row?.head ?? 0
  }

  #remember(board: string, n: number, prints: PackedPrints): void {
    this.#looks.delete(board)
    this.#looks.set(board, { n, prints })
    const [oldest] = this.#looks.keys()
    if (this.#looks.size > MOST_REMEMBERED && oldest !== undefined) this.#looks.delete(oldest)
  }

  async #noteHead(board: string, last: HistoryHeadRow | null, head: number): Promise<void> {
    const { query } = this.#tables
    const first = { board_id: board, n: 0, head, versioned_at: 0, versioned_head: 0 }
    if (last)
      await query
        .updateTable('history_heads')
        .set({ head })
        .where('board_id', '=', board)
        .where('n', '=', last.n)
        .execute()
    else
      await query
        .insertInto('history_heads')
        .values(first)
        .onConflict((conflict) => conflict.column('board_id').doNothing())
        .execute()
  }

  async #append(
    board: string,
    last: HistoryHeadRow | null,
    head: number,
    step: PackedStep,
    restoredTo: number | null,
  ): Promise<void> {
    const { query } = this.#tables
    const n = (last?.n ?? 0) + 1
    const next = rowOf(board, n, this.#clock.now(), restoredTo, step)
    await this.#tables.atomically([
      ...(await this.#merges([...(await this.#sizes(board)), next])),
      query.insertInto('history_steps').values(next),
      query
        .insertInto('history_heads')
        .values({ board_id: board, n, head, versioned_at: 0, versioned_head: 0 })
        .onConflict((conflict) => conflict.column('board_id').doUpdateSet({ n, head })),
    ])
  }

  /** The writes that make an over-long history fit: each group of neighbours becomes its last one. */
  async #merges(sizes: readonly StepSize[]) {
    const { query } = this.#tables
    const writes = []
    for (const group of mergePlan(sizes)) {
      const [first, last] = [group[0], group.at(-1)]
      if (!first || !last || group.length < 2) continue
      const rows = await this.#rows(first.board_id, first.n, last.n)
      const restored = rows.findLast((row) => row.restored_to !== null)?.restored_to ?? null
      const merged = await this.#aside.run('merge', rows.map(packedOf))
      writes.push(
        query
          .deleteFrom('history_steps')
          .where('board_id', '=', first.board_id)
          .where('n', '>=', first.n)
          .where('n', '<=', last.n),
      )
      if (merged)
        writes.push(
          query.insertInto('history_steps').values(rowOf(first.board_id, last.n, last.at, restored, merged)),
        )
    }
    return writes
  }

  #sizes(board: string): Promise<StepSize[]> {
    return this.#tables.query
      .selectFrom('history_steps')
      .select(['board_id', 'n', 'at', 'size'])
      .where('board_id', '=', board)
      .orderBy('n')
      .execute()
  }

  #rows(board: string, from = 0, through = Number.MAX_SAFE_INTEGER): Promise<HistoryStepRow[]> {
    return this.#tables.query
      .selectFrom('history_steps')
      .selectAll()
      .where('board_id', '=', board)
      .where('n', '>=', from)
      .where('n', '<=', through)
      .orderBy('n')
      .execute()
  }
}

type StepSize = Pick<HistoryStepRow, 'board_id' | 'n' | 'at' | 'size'>

function rowOf(
  board: string,
  n: number,
  at: number,
  restoredTo: number | null,
  { put, gone }: PackedStep,
): HistoryStepRow {
  return { board_id: board, n, at, restored_to: restoredTo, gone, size: put.length + gone.length, put }
}

function packedOf({ put, gone }: HistoryStepRow): PackedStep {
  return { put, gone }
}

/** What everybody can see of a board, as it is on disk: updates, oldest first. No other layer is opened. */
export async function logOf(rooms: Rooms, board: string): Promise<readonly Uint8Array[]> {
  const { layers } = await rooms.stored(board, [COMMON])
  return layers.get(formatLayer(COMMON)) ?? []
}
