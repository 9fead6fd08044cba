import type { Account } from '@second-story/protocol'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { signOut, whoAmI } from '../api/accounts.ts'
import { clearCopies } from '../session/local-copy.ts'

const KEY = ['me']

/** Who is signed in at this browser; null: nobody; undefined: not known yet. */
export function useAccount(): { readonly account: Account | null | undefined; readonly error: Error | null } {
  const { data, error } = useQuery({ queryKey: KEY, queryFn: whoAmI, staleTime: 60_000 })
  return { account: data, error }
}

/** Tells the page who has just signed in. */
export function useSignedIn(): (account: Account) => void {
  const queries = useQueryClient()
  return (account) => {
    queries.clear()
    queries.setQueryData(KEY, account)
  }
}

/** Signs out and takes every copy of a board out of this browser. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  return () => leave(queries)
}

async function leave(queries: QueryClient): Promise<void> {
  await signOut()
  await clearCopies()
  queries.clear()
  window.location.assign('/')
}
