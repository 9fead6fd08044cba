import type { Clock } from '@second-story/std'
import type { Tables } from '../storage/tables.ts'

/** Which comments speak to whom, until they have seen them. Only ever told to the one who is spoken to. */
export class Mentions {
  readonly #tables: Tables
  readonly #clock: Clock

  constructor(tables: Tables, clock: Clock) {
    this.#tables = tables
    this.#clock = clock
  }

  async told(board: string, comment: string, accounts: readonly string[]): Promise<void> {
    if (accounts.length === 0) return
    const at = this.#clock.now()
    const rows = accounts.map((account_id) => ({ account_id, board_id: board, comment_id: comment, at }))
    await this.#tables.query
      .insertInto('mentions')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['account_id', 'board_id', 'comment_id']).doNothing())
      .execute()
  }

  /** The comment is gone. */
  async takenBack(board: string, comment: string): Promise<void> {
    await this.#tables.query
      .deleteFrom('mentions')
      .where('board_id', '=', board)
      .where('comment_id', '=', comment)
      .execute()
  }

  async seen(board: string, comment: string, account: string): Promise<void> {
    await this.#tables.query
      .deleteFrom('mentions')
      .where('account_id', '=', account)
      .where('board_id', '=', board)
      .where('comment_id', '=', comment)
      .execute()
  }

  /** Ids of comments on this board, oldest first. */
  async unseen(board: string, account: string): Promise<string[]> {
    const rows = await this.#tables.query
      .selectFrom('mentions')
      .select('comment_id')
      .where('account_id', '=', account)
      .where('board_id', '=', board)
      .orderBy('at')
      .orderBy('comment_id')
      .execute()
    return rows.map((row) => row.comment_id)
  }

  /** How many on each board where there are any. */
  async counts(account: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#tables.query
      .selectFrom('mentions')
      .select(['board_id', ({ fn }) => fn.countAll<number>().as('n')])
      .where('account_id', '=', account)
      .groupBy('board_id')
      .execute()
    return new Map(rows.map((row) => [row.board_id, Number(row.n)]))
  }
}
