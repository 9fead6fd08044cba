import {
  accountAnswer,
  accountsAnswer,
  meAnswer,
  renameBody,
  resetAnswer,
  resetBody,
  signInBody,
  signUpBody,
} from '@second-story/protocol'
import { clientAddress, placeOf } from '../http/client-address.ts'
import type { Endpoints } from '../http/endpoint.ts'
import type { Asking } from '../http/env.ts'
import { publicOrigin } from '../http/origin.ts'
import { Problem } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { Accounts, accountOf, normalEmail } from './accounts.ts'
import type { ArrivalLimit } from './arrival-limit.ts'
import { GuessLimit } from './guess-limit.ts'
import { hashPassword, isRight } from './passwords.ts'
import { Resets } from './resets.ts'

/** Sign up, in and out; one's own name; reset links. */
export function accountRoutes(on: Endpoints, parts: Parts, arrivals: ArrivalLimit): void {
  const { config, sessions, rooms, tables, clock, makeId } = parts
  const accounts = new Accounts(tables, clock, makeId)
  const resets = new Resets(tables, clock)
  const limit = new GuessLimit()

  /** In as `account`; what whoever was signed in here before has open closes, on other tabs too. */
  const signIn = async (c: Asking, account: string): Promise<void> => {
    const before = await sessions.start(c, account)
    // a guest who signs up stays who they are, and may go on writing
    if (before !== null && before !== account) await rooms.signedOut(before)
  }

  on.add(
    'POST /api/accounts',
    { what: 'Sign up, and in', body: signUpBody, answer: accountAnswer, status: 201 },
    async ({ c, body, caller }) => {
      const guest = caller?.kind === 'guest' ? await accounts.byId(caller.account) : undefined
      if (config.signUp === 'invited' && !guest && !(await accounts.isEmpty()))
        throw new Problem('invited-only')
      await arrivals.arrives(placeOf(clientAddress(c, config.trustProxy)))
      const passwordHash = await hashPassword(body.password)
      const words = { name: body.name, email: body.email, passwordHash }
      const row = await accounts.signUp(guest, words, config.signUp === 'invited')
      await signIn(c, row.id)
      return { account: accountOf(row) }
    },
  )

  on.add('GET /api/accounts', { what: 'Everybody with an account', answer: accountsAnswer }, async () => ({
    accounts: (await accounts.members()).map(accountOf),
  }))

  on.add(
    'POST /api/sessions',
    { what: 'Sign in', body: signInBody, answer: accountAnswer, status: 201 },
    async ({ c, body }) => {
      const place = placeOf(clientAddress(c, config.trustProxy))
      const email = normalEmail(body.email)
      await limit.tried(place, email)
      const row = await accounts.byEmail(email)
      if (!(await isRight(row?.password_hash ?? null, body.password)) || !row)
        throw new Problem('wrong-credentials')
      await limit.wasRight(place, email)
      await signIn(c, row.id)
      return { account: accountOf(row) }
    },
  )

  on.add('DELETE /api/sessions/current', { what: 'Sign out', answer: null }, async ({ c }) => {
    const before = await sessions.end(c)
    if (before !== null) await rooms.signedOut(before)
    return null
  })

  on.add('GET /api/me', { what: 'Who am I; null: nobody', answer: meAnswer }, async ({ c, caller }) => {
    c.header('Cache-Control', 'no-store')
    // a program that shows a token wants to know that it is over; a browser only asks
    if (!caller && c.req.header('authorization')) throw new Problem('sign-in')
    const row = caller ? await accounts.byId(caller.account) : undefined
    return { account: row ? accountOf(row) : null }
  })

  on.add(
    'PATCH /api/me',
    { what: 'Change my name', body: renameBody, answer: accountAnswer },
    async ({ body, caller }) => {
      await accounts.rename(caller.account, body.name)
      const row = await accounts.byId(caller.account)
      if (!row) throw new Problem('sign-in')
      return { account: accountOf(row) }
    },
  )

  on.add(
    'POST /api/accounts/{account}/resets',
    { what: 'Make a link on which this account chooses a new password', answer: resetAnswer, status: 201 },
    async ({ c, params }) => {
      const row = await accounts.byId(params.account)
      if (row?.kind !== 'member') throw new Problem('not-found', 'There is no such account.')
      const { token, expiresAt } = await resets.make(row.id)
      return { token, expiresAt, url: `${publicOrigin(c, config)}/reset/${token}` }
    },
  )

  on.add(
    'POST /api/resets/{token}',
    {
      what: 'Choose a new password; ends every other session and every token of the account',
      body: resetBody,
      answer: accountAnswer,
    },
    async ({ c, params, body }) => {
      const row = await accounts.byId(await resets.use(params.token, body.password))
      if (!row) throw new Problem('no-reset')
      await rooms.signedOut(row.id)
      await signIn(c, row.id)
      return { account: accountOf(row) }
    },
  )
}
