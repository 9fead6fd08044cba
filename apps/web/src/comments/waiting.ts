import type { Comment, Pinned } from '@second-story/board'
import type { CommentBody } from '@second-story/protocol'
import { ApiError } from '../api/request.ts'

/** A comment that the server does not have yet, or has and the board does not show yet. */
export interface Waiting {
  readonly id: string
  /** its own id where it begins a thread */
  readonly thread: string
  readonly on: Pinned | null
  readonly text: string
  readonly mentions: readonly string[]
  /** when it was written here, ms since 1970 */
  readonly at: number
  /** the server will not have it as it is: why, for people */
  readonly refused: string | null
}

/** What waits, by an id that nothing else has: sent twice it is said once. */
export function bodyOf({ id, thread, on, text, mentions }: Waiting): CommentBody {
  const words = { id, text, mentions: [...mentions] }
  if (thread !== id || !on) return { ...words, thread }
  if (on.item !== null) return { ...words, on: { item: on.item } }
  return { ...words, on: { place: on.place ?? { x: 0, y: 0 } } }
}

/** The comments of a board with those that wait in their places. The same map where none wait. */
export function withWaiting(
  comments: ReadonlyMap<string, Comment>,
  waiting: readonly Waiting[],
  me: { readonly account: string; readonly name: string },
): ReadonlyMap<string, Comment> {
  const missing = waiting.filter(({ id }) => !comments.has(id))
  if (missing.length === 0) return comments
  const out = new Map(comments)
  for (const { refused: _, ...one } of missing)
    out.set(one.id, { ...one, mentions: [...one.mentions], author: me.account, by: me.name, ...FRESH })
  return out
}

const FRESH = { edited: null, resolved: null, removed: null } as const

/** What the server said: later it may take it (false), or never as it is (true). */
export function isForGood(error: unknown, isBehind: boolean): boolean {
  if (!(error instanceof ApiError)) return false
  // what it is about may still be on its way
  if (error.id === 'nothing-there') return !isBehind
  if (error.status === 401 || error.status === 429) return false
  return error.status >= 400 && error.status < 500
}
