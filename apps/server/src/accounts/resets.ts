import type { Clock } from '@second-story/std'
import { Problem } from '../http/problem.ts'
import type { Tables } from '../storage/tables.ts'
import { hashPassword } from './passwords.ts'
import { hashOf, makeSecret } from './secret.ts'

const GOOD_FOR_MS = 24 * 60 * 60_000

/** Links that a server owner hands to someone who forgot their password. */
export class Resets {
  readonly #tables: Tables
  readonly #clock: Clock

  constructor(tables: Tables, clock: Clock) {
    this.#tables = tables
    this.#clock = clock
  }

  /** A new link; older ones of the same account end. */
  async make(account: string): Promise<{ token: string; expiresAt: number }> {
    const { query } = this.#tables
    const token = makeSecret()
    const expiresAt = this.#clock.now() + GOOD_FOR_MS
    await this.#tables.atomically([
      query.deleteFrom('resets').where('account_id', '=', account),
      query
        .insertInto('resets')
        .values({ token_hash: hashOf(token), account_id: account, expires_at: expiresAt }),
    ])
    return { token, expiresAt }
  }

  /**
   * Sets the password and ends the link; returns the account. Whoever knew the old password may have signed in or made a token
   * with it: every session and token of the account ends in the same breath.
   */
  async use(token: string, password: string): Promise<string> {
    const { query } = this.#tables
    const row = await query
      .selectFrom('resets')
      .selectAll()
      .where('token_hash', '=', hashOf(token))
      .executeTakeFirst()
    if (!row) throw new Problem('no-reset')
    if (row.expires_at <= this.#clock.now()) throw new Problem('reset-over')
    const passwordHash = await hashPassword(password)
    // two people with one link: the one who takes it away uses it
    const taken = await query.deleteFrom('resets').where('token_hash', '=', row.token_hash).executeTakeFirst()
    if (taken.numDeletedRows === 0n) throw new Problem('reset-over')
    await this.#tables.atomically([
      query.updateTable('accounts').set({ password_hash: passwordHash }).where('id', '=', row.account_id),
      query.deleteFrom('sessions').where('account_id', '=', row.account_id),
      query.deleteFrom('tokens').where('account_id', '=', row.account_id),
    ])
    return row.account_id
  }
}
