import type { ServerAnswer } from '@second-story/protocol'
import { useQuery } from '@tanstack/react-query'
import { aboutServer } from '../api/accounts.ts'

/** What this server offers to everybody; undefined: not known yet. */
export function useAboutServer(): ServerAnswer | undefined {
  return useQuery({ queryKey: ['server'], queryFn: aboutServer, staleTime: 60_000 }).data
}
