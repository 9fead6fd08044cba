import type { Account } from '@second-story/protocol'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { signOut, whoAmI } from '../api/accounts.ts'
import { clearCopies } from '../session/copy-names.ts'
import { rememberAccount } from '../session/known-board.ts'
import { hearOtherTabs, tellOtherTabs } from './other-tabs.ts'

const KEY = ['me']

/** Who is signed in at this browser; null: nobody; undefined: not known yet. */
export function useAccount(): { readonly account: Account | null | undefined; readonly error: Error | null } {
  const { data, error } = useQuery({ queryKey: KEY, queryFn: whoAmI, staleTime: 60_000 })
  return { account: data, error }
}

/** Tells the page, and the other tabs, who has just signed in. */
export function useSignedIn(): (account: Account) => void {
  const queries = useQueryClient()
  return (account) => {
    queries.clear()
    queries.setQueryData(KEY, account)
    rememberAccount(account)
    tellOtherTabs()
  }
}

/** Asks the server who is signed in now. What was fetched for somebody else is forgotten, and fetched again where it is shown. */
export async function askWho(queries: QueryClient): Promise<Account | null> {
  const before = queries.getQueryData<Account | null>(KEY)
  const account = await whoAmI()
  queries.setQueryData(KEY, account)
  if (before !== undefined && before?.id !== account?.id)
    await queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] })
  return account
}

/** Keeps this page's account right when somebody signs in or out on another tab. */
export function useOtherTabs(): void {
  const queries = useQueryClient()
  // without an answer the page stays as it was; the next request says the same
  useEffect(() => hearOtherTabs(() => void askWho(queries).catch(() => {})), [queries])
}

/** Signs out and takes every copy of a board out of this browser. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  return () => leave(queries)
}

async function leave(queries: QueryClient): Promise<void> {
  await signOut()
  await clearCopies()
  rememberAccount(null)
  queries.clear()
  tellOtherTabs()
  window.location.assign('/')
}
