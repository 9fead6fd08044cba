import type { IncomingMessage } from 'node:http'
import type { Clock } from '@second-story/std'
import { getCookie, setCookie } from 'hono/cookie'
import { parse as parseCookies } from 'hono/utils/cookie'
import { type Cookie, Lucia, TimeSpan } from 'lucia'
import type { Asking } from '../http/env.ts'
import type { Caller } from '../rooms/access.ts'
import type { AccountRow } from '../storage/schema.ts'
import type { Tables } from '../storage/tables.ts'
import { colourOf } from './colour.ts'
import { hashOf } from './secret.ts'
import { sessionAdapter } from './session-adapter.ts'

/** Who is signed in: a cookie for browsers, a token in `Authorization` for programs. Nothing of it is ever in an address. */
export class Sessions {
  readonly #lucia: Lucia<Record<never, never>, AccountRow>
  readonly #tables: Tables
  readonly #clock: Clock

  /** Over https the cookie is `Secure` and bound to the host. */
  constructor(tables: Tables, clock: Clock, publicUrl: string | null) {
    const secure = publicUrl?.startsWith('https:') ?? false
    this.#tables = tables
    this.#clock = clock
    this.#lucia = new Lucia(sessionAdapter(tables, clock), {
      sessionExpiresIn: new TimeSpan(60, 'd'),
      sessionCookie: {
        name: secure ? '__Host-second-story' : 'second-story',
        // the cookie outlives its session: each use in the second half of a session extends it
        expires: false,
        attributes: { secure, sameSite: 'lax', path: '/' },
      },
      getUserAttributes: (account) => account,
    })
  }

  /** Signs an account in: a new session, whatever was before. Returns the account whose session ended by that, or null. */
  async start(c: Asking, account: string): Promise<string | null> {
    const before = await this.#invalidate(c)
    const session = await this.#lucia.createSession(account, {})
    this.#put(c, this.#lucia.createSessionCookie(session.id))
    return before
  }

  /** Signs out here; returns the account whose session it was, or null. */
  async end(c: Asking): Promise<string | null> {
    const before = await this.#invalidate(c)
    this.#put(c, this.#lucia.createBlankSessionCookie())
    return before
  }

  async #invalidate(c: Asking): Promise<string | null> {
    const id = getCookie(c, this.#lucia.sessionCookieName)
    if (!id) return null
    const { user } = await this.#lucia.validateSession(id)
    await this.#lucia.invalidateSession(id)
    return user?.id ?? null
  }

  /** Forgets what has run out; called now and then. */
  async tidy(): Promise<void> {
    await this.#lucia.deleteExpiredSessions()
  }

  async callerOf(c: Asking): Promise<Caller | null> {
    return this.#caller(getCookie(c, this.#lucia.sessionCookieName), c.req.header('authorization'))
  }

  /** The same for an upgrade request. */
  async authenticate(request: IncomingMessage): Promise<Caller | null> {
    const name = this.#lucia.sessionCookieName
    const cookie = parseCookies(request.headers.cookie ?? '', name)[name]
    return this.#caller(cookie, request.headers.authorization)
  }

  async #caller(cookie: string | undefined, authorization: string | undefined): Promise<Caller | null> {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
    if (token !== undefined) return this.#byToken(token)
    if (!cookie) return null
    const { user } = await this.#lucia.validateSession(cookie)
    return user && callerFrom(user, `session ${hashOf(cookie)}`)
  }

  /** Does the session or token still stand that this caller came with? Asked for connections that are long open. */
  async isSignedIn({ grant }: Caller): Promise<boolean> {
    const [kind, hash = ''] = grant.split(' ')
    const { query } = this.#tables
    const row =
      kind === 'token'
        ? await query
            .selectFrom('tokens')
            .select('expires_at')
            .where('token_hash', '=', hash)
            .executeTakeFirst()
        : await query
            .selectFrom('sessions')
            .select('expires_at')
            .where('id_hash', '=', hash)
            .executeTakeFirst()
    return row !== undefined && (row.expires_at === null || row.expires_at > this.#clock.now())
  }

  async #byToken(token: string): Promise<Caller | null> {
    const row = await this.#tables.query
      .selectFrom('tokens')
      .innerJoin('accounts', 'accounts.id', 'tokens.account_id')
      .selectAll('accounts')
      .select('tokens.expires_at')
      .where('tokens.token_hash', '=', hashOf(token))
      .executeTakeFirst()
    if (!row || (row.expires_at !== null && row.expires_at <= this.#clock.now())) return null
    return callerFrom(row, `token ${hashOf(token)}`)
  }

  #put(c: Asking, { name, value, attributes }: Cookie): void {
    setCookie(c, name, value, { ...attributes, sameSite: 'Lax' })
  }
}

function callerFrom(account: AccountRow, grant: string): Caller {
  return { account: account.id, name: account.name, colour: colourOf(account.id), kind: account.kind, grant }
}
