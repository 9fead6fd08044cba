import { type BoardSnapshot, type Comment, type Thread, threadsOf } from '@second-story/board'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { boardMembers } from '../api/boards.ts'
import { useCell } from '../session/cell.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import type { Filter } from './comments-ui.ts'
import type { Named } from './mention.ts'
import { mayTalk, type Talk, talkOf } from './talk.ts'
import { withWaiting } from './waiting.ts'

const commentsOf = (board: BoardSnapshot): BoardSnapshot['comments'] => board.comments

export function useTalk(): Talk {
  return talkOf(useSession())
}

/** All threads of the board with what waits here, in the order in which they were begun. */
export function useThreads(): readonly Thread[] {
  const session = useSession()
  const comments = useBoard(commentsOf)
  const waiting = useCell(talkOf(session).waiting)
  const me = useCell(session.me)
  return useMemo(() => shownThreads(comments, waiting, me), [comments, waiting, me])
}

type Shown = Parameters<typeof withWaiting>
let last: { readonly of: Shown; readonly threads: readonly Thread[] } | null = null

/** Every line of a list asks for the same: it is put in order once. */
function shownThreads(...of: Shown): readonly Thread[] {
  if (!last || of.some((one, at) => one !== last?.of[at]))
    last = { of, threads: threadsOf(withWaiting(...of)) }
  return last.threads
}

/** May this person comment? Heard anew when the board or their role says otherwise. */
export function useMayTalk(): boolean {
  const session = useSession()
  useCell(session.me)
  useCell(session.saved)
  useBoard((board) => board.conduct.observersComment)
  return mayTalk(session)
}

export interface Face extends Named {
  readonly colour: number
}

const NOBODY: readonly Face[] = []

/** Who can be spoken to here. Without the server: whoever is here. */
export function useFaces(): readonly Face[] {
  const session = useSession()
  const here = useCell(session.people.list)
  const { data } = useQuery({
    queryKey: ['members', session.board],
    queryFn: () => boardMembers(session.board),
    enabled: session.sample === null,
    staleTime: 60_000,
  })
  return useMemo(() => {
    if (data) return data.map(({ id, name, colour }) => ({ id, name, colour }))
    if (session.sample !== null) return NOBODY
    const known = new Map(here.map(({ account, name, colour }) => [account, { id: account, name, colour }]))
    return [...known.values()]
  }, [data, here, session])
}

export function isShown(thread: Thread, filter: Filter, me: string): boolean {
  switch (filter) {
    case 'open':
      return !thread.isResolved
    case 'resolved':
      return thread.isResolved
    case 'mentions':
      return [thread.first, ...thread.answers].some((one) => one.mentions.includes(me))
  }
}

/** Every word of a thread, its first comment first. */
export function allOf(thread: Thread): readonly Comment[] {
  return [thread.first, ...thread.answers]
}
