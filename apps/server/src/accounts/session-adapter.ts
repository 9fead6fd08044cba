import type { Clock } from '@second-story/std'
import type { Adapter, DatabaseSession, DatabaseUser, Lucia } from 'lucia'
import { keptQuery } from '../storage/kept-query.ts'
import type { AccountRow } from '../storage/schema.ts'
import type { Tables } from '../storage/tables.ts'
import { hashOf } from './secret.ts'

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, AccountRow>
    DatabaseUserAttributes: AccountRow
  }
}

/**
 * Lucia's sessions in our tables. Lucia would store a session's id as it stands in the cookie; here only its hash touches the
 * disk, and every method takes the raw id.
 */
export function sessionAdapter({ query, ask }: Tables, clock: Clock): Adapter {
  const bySession = keptQuery(ask, 1, (hash = '') =>
    query
      .selectFrom('sessions')
      .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
      .selectAll('accounts')
      .select('sessions.expires_at')
      .where('sessions.id_hash', '=', hash),
  )
  return {
    async getSessionAndUser(id) {
      const row = await bySession(hashOf(id))
      if (!row) return [null, null]
      const { expires_at, ...account } = row
      const session: DatabaseSession = {
        id,
        userId: account.id,
        expiresAt: new Date(expires_at),
        attributes: {},
      }
      const user: DatabaseUser = { id: account.id, attributes: account }
      return [session, user]
    },

    // their ids are hashes: handles to show, never to give back to Lucia
    async getUserSessions(account) {
      const rows = await query.selectFrom('sessions').selectAll().where('account_id', '=', account).execute()
      return rows.map((row) => ({
        id: row.id_hash,
        userId: row.account_id,
        expiresAt: new Date(row.expires_at),
        attributes: {},
      }))
    },

    async setSession(session) {
      await query
        .insertInto('sessions')
        .values({
          id_hash: hashOf(session.id),
          account_id: session.userId,
          expires_at: session.expiresAt.getTime(),
        })
        .execute()
    },

    async updateSessionExpiration(id, expiresAt) {
      await query
        .updateTable('sessions')
        .set({ expires_at: expiresAt.getTime() })
        .where('id_hash', '=', hashOf(id))
        .execute()
    },

    async deleteSession(id) {
      await query.deleteFrom('sessions').where('id_hash', '=', hashOf(id)).execute()
    },

    async deleteUserSessions(account) {
      await query.deleteFrom('sessions').where('account_id', '=', account).execute()
    },

    async deleteExpiredSessions() {
      await query.deleteFrom('sessions').where('expires_at', '<=', clock.now()).execute()
    },
  }
}
