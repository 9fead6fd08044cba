import { tokenAnswer, tokenBody, tokensAnswer } from '@second-story/protocol'
import type { Endpoints } from '../http/endpoint.ts'
import type { Parts } from '../parts.ts'
import { Caps } from '../policy/caps.ts'
import { hashOf, makeSecret } from './secret.ts'

const DAY_MS = 24 * 60 * 60_000

/** Tokens with which programs act as the account that made them. */
export function tokenRoutes(on: Endpoints, { tables, rooms, clock, makeId }: Parts): void {
  const { query } = tables
  const caps = new Caps(tables)

  on.add('GET /api/tokens', { what: 'My tokens', answer: tokensAnswer }, async ({ caller }) => {
    const rows = await query
      .selectFrom('tokens')
      .selectAll()
      .where('account_id', '=', caller.account)
      .orderBy('created_at')
      .execute()
    return {
      tokens: rows.map((row) => ({
        id: row.id,
        name: row.name,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
      })),
    }
  })

  on.add(
    'POST /api/tokens',
    { what: 'Make a token; it is shown this once', body: tokenBody, answer: tokenAnswer, status: 201 },
    async ({ caller, body }) => {
      await caps.forToken(caller.account)
      const token = makeSecret()
      const now = clock.now()
      const made = {
        id: makeId(),
        name: body.name,
        created_at: now,
        expires_at: body.expiresInDays === undefined ? null : now + body.expiresInDays * DAY_MS,
      }
      await query
        .insertInto('tokens')
        .values({ ...made, token_hash: hashOf(token), account_id: caller.account })
        .execute()
      return { id: made.id, name: made.name, createdAt: now, expiresAt: made.expires_at, token }
    },
  )

  on.add('DELETE /api/tokens/{token}', { what: 'End a token', answer: null }, async ({ caller, params }) => {
    await query
      .deleteFrom('tokens')
      .where('id', '=', params.token)
      .where('account_id', '=', caller.account)
      .execute()
    await rooms.signedOut(caller.account)
    return null
  })
}
