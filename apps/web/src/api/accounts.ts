import type { Account, ServerAnswer, SignInBody, SignUpBody } from '@second-story/protocol'
import { request } from './request.ts'

type AccountAnswer = { readonly account: Account }

export const signUp = (body: SignUpBody): Promise<Account> =>
  request<AccountAnswer>('POST', '/api/accounts', body).then(({ account }) => account)

export const signIn = (body: SignInBody): Promise<Account> =>
  request<AccountAnswer>('POST', '/api/sessions', body).then(({ account }) => account)

export const signOut = (): Promise<void> => request('DELETE', '/api/sessions/current')

export const rename = (name: string): Promise<Account> =>
  request<AccountAnswer>('PATCH', '/api/me', { name }).then(({ account }) => account)

/** The account of this browser, or null when nobody is signed in. */
export const whoAmI = (): Promise<Account | null> =>
  request<{ readonly account: Account | null }>('GET', '/api/me').then(({ account }) => account)

export const aboutServer = (): Promise<ServerAnswer> => request('GET', '/api/server')

export const choosePassword = (token: string, password: string): Promise<Account> =>
  request<AccountAnswer>('POST', `/api/resets/${token}`, { password }).then(({ account }) => account)

export const allAccounts = (): Promise<readonly Account[]> =>
  request<{ accounts: readonly Account[] }>('GET', '/api/accounts').then(({ accounts }) => accounts)

export const makeReset = (account: string): Promise<{ readonly url: string; readonly expiresAt: number }> =>
  request('POST', `/api/accounts/${account}/resets`)
