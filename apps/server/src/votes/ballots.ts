import type { VoteScope } from '@second-story/board'
import type { DotsAnswer } from '@second-story/protocol'
import { Problem } from '../http/problem.ts'
import type { VoteRow } from '../storage/schema.ts'
import type { Tables } from '../storage/tables.ts'

/** How often a dot looks for another place because one of the same person's took it in the same moment. */
const MOST_TRIES = 24

/**
 * The dots of open votes. Each lies in a place of its own among those of its giver (0 up to as many as everybody has), and the
 * place is part of its key: whatever arrives at once, on whatever node, nobody gives one too many.
 */
export class Ballots {
  readonly #tables: Tables

  constructor(tables: Tables) {
    this.#tables = tables
  }

  async open(board: string, vote: string, dots: number, on: VoteScope): Promise<void> {
    const row = { id: vote, board_id: board, dots, scope: JSON.stringify(on), open: 1 }
    await this.#tables.query.insertInto('votes').values(row).execute()
  }

  /** The open vote of that name; null where there is none. */
  async opened(board: string, vote: string): Promise<VoteRow | null> {
    const row = await this.#row(board, vote)
    return row?.open === 1 ? row : null
  }

  async mine(row: VoteRow, account: string): Promise<DotsAnswer> {
    const held = await this.#held(row.id, account)
    const dots: Record<string, number> = {}
    for (const { item_id } of held) dots[item_id] = (dots[item_id] ?? 0) + 1
    return { left: row.dots - held.length, dots }
  }

  /** So many of the account's dots lie on the thing; throws `no-dots-left`, or `vote-over` where it was closed meanwhile. */
  async put(row: VoteRow, account: string, item: string, wanted: number): Promise<DotsAnswer> {
    const given: number[] = []
    for (let left = MOST_TRIES; left > 0; left--) {
      const held = await this.#held(row.id, account)
      const here = held.filter(({ item_id }) => item_id === item)
      if (here.length === wanted) break
      if (here.length > wanted) {
        await this.#takeBack(row.id, account, here[0]?.slot ?? 0, item)
        continue
      }
      const taken = new Set(held.map(({ slot }) => slot))
      const free = Array.from({ length: row.dots }, (_, slot) => slot).find((slot) => !taken.has(slot))
      if (free === undefined || row.dots - held.length < wanted - here.length)
        throw new Problem('no-dots-left')
      if (await this.#give(row, account, free, item)) given.push(free)
    }
    // what was given before the close is counted, so only what is said to be given must be sure of that
    const still = await this.#row(row.board_id, row.id)
    if (still?.open !== 1) {
      for (const slot of given) await this.#takeBack(row.id, account, slot, item)
      throw new Problem('vote-over')
    }
    return this.mine(row, account)
  }

  /** Takes no dots any more and gives what there is, by thing; again the same until `forget`. */
  async count(board: string, vote: string): Promise<Readonly<Record<string, number>>> {
    const { query } = this.#tables
    await query
      .updateTable('votes')
      .set({ open: 0 })
      .where('id', '=', vote)
      .where('board_id', '=', board)
      .execute()
    const rows = await query
      .selectFrom('vote_dots')
      .where('vote_id', '=', vote)
      .where('board_id', '=', board)
      .groupBy('item_id')
      .select(['item_id', ({ fn }) => fn.countAll<number>().as('n')])
      .execute()
    return Object.fromEntries(rows.map(({ item_id, n }) => [item_id, Number(n)]))
  }

  /** Nothing is left that says who gave what. */
  async forget(board: string, vote: string): Promise<void> {
    const { query } = this.#tables
    await this.#tables.atomically([
      query.deleteFrom('vote_dots').where('vote_id', '=', vote).where('board_id', '=', board),
      query.deleteFrom('votes').where('id', '=', vote).where('board_id', '=', board),
    ])
  }

  /** Votes whose closing was interrupted. */
  async halfClosed(): Promise<readonly { readonly board: string; readonly vote: string }[]> {
    const rows = await this.#tables.query.selectFrom('votes').selectAll().where('open', '=', 0).execute()
    return rows.map(({ id, board_id }) => ({ board: board_id, vote: id }))
  }

  #row(board: string, vote: string): Promise<VoteRow | undefined> {
    return this.#tables.query
      .selectFrom('votes')
      .selectAll()
      .where('id', '=', vote)
      .where('board_id', '=', board)
      .executeTakeFirst()
  }

  #held(vote: string, account: string) {
    return this.#tables.query
      .selectFrom('vote_dots')
      .select(['slot', 'item_id'])
      .where('vote_id', '=', vote)
      .where('account_id', '=', account)
      .orderBy('slot', 'desc')
      .execute()
  }

  /** False where the place was taken in the same moment, or the vote is over. */
  async #give(row: VoteRow, account: string, slot: number, item: string): Promise<boolean> {
    const dot = { vote_id: row.id, account_id: account, slot, board_id: row.board_id, item_id: item }
    try {
      const made = await this.#tables.query
        .insertInto('vote_dots')
        .values(dot)
        .onConflict((held) => held.columns(['vote_id', 'account_id', 'slot']).doNothing())
        .executeTakeFirst()
      return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
    } catch (error) {
      // the vote was closed and is gone: a dot that belongs to nothing is not taken
      if (!(await this.#row(row.board_id, row.id))) throw new Problem('vote-over')
      throw error
    }
  }

  async #takeBack(vote: string, account: string, slot: number, item: string): Promise<void> {
    await this.#tables.query
      .deleteFrom('vote_dots')
      .where('vote_id', '=', vote)
      .where('account_id', '=', account)
      .where('slot', '=', slot)
      .where('item_id', '=', item)
      .execute()
  }
}
