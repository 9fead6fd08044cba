import type * as Y from 'yjs'
import { itemsOf } from '../document/roots.ts'
import { isId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import { type Comment, commentIn, type Pinned, putComment } from './comment.ts'

/** Who writes: the session's word, never that of what they send. */
export interface CommentWriter {
  readonly account: string
  readonly name: string
  /** may take away what others wrote */
  readonly isHost: boolean
}

export interface CommentWords {
  readonly id: string
  readonly text: string
  readonly mentions: readonly string[]
}

/** Why a comment is not written. */
export type CommentRefusal =
  | 'no-comment'
  | 'not-yours'
  | 'comment-id-taken'
  | 'no-words'
  | 'board-full'
  | 'thread-full'

export class CommentRefused extends Error {
  override readonly name = 'CommentRefused'
  readonly why: CommentRefusal

  constructor(why: CommentRefusal) {
    super(why)
    this.why = why
  }
}

/** How many a board may hold at most, for tests to lower. */
export interface CommentBounds {
  readonly comments: number
  readonly thread: number
}

/**
 * Begins a thread. The same id by the same author again is the same comment: it is given as it is now. Throws `CommentRefused`.
 */
export function beginThread(
  conduct: Y.Doc,
  words: CommentWords,
  on: Pinned,
  who: CommentWriter,
  now: number,
  bounds: CommentBounds = LIMITS,
): Comment {
  return add(conduct, { ...words, thread: words.id, on }, who, now, bounds)
}

/** Answers in a thread; `on`: what is known now of what it is about, kept for when that is gone. Throws `CommentRefused`. */
export function answerIn(
  conduct: Y.Doc,
  words: CommentWords & { readonly thread: string },
  who: CommentWriter,
  now: number,
  on: Pinned | null,
  bounds: CommentBounds = LIMITS,
): Comment {
  const first = commentIn(conduct, words.thread)
  if (!first || first.thread !== first.id) throw new CommentRefused('no-comment')
  const written = add(conduct, { ...words, on: null }, who, now, bounds)
  if (on && first.on && first.on.item === on.item) putComment(conduct, { ...first, on })
  return written
}

function add(
  conduct: Y.Doc,
  { id, thread, on, text, mentions }: CommentWords & { readonly thread: string; readonly on: Pinned | null },
  who: CommentWriter,
  now: number,
  bounds: CommentBounds,
): Comment {
  const known = commentIn(conduct, id)
  if (known?.author === who.account && known.thread === thread) return known
  if (!isId(id) || itemsOf(conduct).has(id)) throw new CommentRefused('comment-id-taken')
  if (text.trim() === '') throw new CommentRefused('no-words')
  let all = 0
  let inThread = 0
  for (const key of itemsOf(conduct).keys()) {
    const one = commentIn(conduct, key)
    if (!one) continue
    all++
    if (one.thread === thread) inThread++
  }
  if (all >= bounds.comments) throw new CommentRefused('board-full')
  if (inThread >= bounds.thread) throw new CommentRefused('thread-full')
  const { account: author, name: by } = who
  const fresh = { edited: null, resolved: null, removed: null } as const
  putComment(conduct, { id, thread, on, author, by, text, mentions: [...mentions], at: now, ...fresh })
  return must(conduct, id)
}

/** Other words by the one who wrote them. Throws `CommentRefused`. */
export function reword(
  conduct: Y.Doc,
  id: string,
  { text, mentions }: Omit<CommentWords, 'id'>,
  who: CommentWriter,
  now: number,
): Comment {
  const known = must(conduct, id)
  if (known.removed !== null) throw new CommentRefused('no-comment')
  if (!isAuthor(known, who)) throw new CommentRefused('not-yours')
  if (text.trim() === '') throw new CommentRefused('no-words')
  if (text !== known.text) putComment(conduct, { ...known, text, mentions: [...mentions], edited: now })
  return must(conduct, id)
}

/** Closes a thread, or opens it again. Throws `CommentRefused`. */
export function resolveThread(
  conduct: Y.Doc,
  id: string,
  resolved: boolean,
  who: CommentWriter,
  now: number,
): Comment {
  const first = must(conduct, id)
  if (first.thread !== first.id) throw new CommentRefused('no-comment')
  if ((first.resolved !== null) !== resolved)
    putComment(conduct, { ...first, resolved: resolved ? { by: who.name, at: now } : null })
  return must(conduct, id)
}

/** Takes the words away, and says that there were some. Its author may, and a host. Throws `CommentRefused`. */
export function removeComment(conduct: Y.Doc, id: string, who: CommentWriter): Comment {
  const known = must(conduct, id)
  if (known.removed !== null) return known
  const mine = isAuthor(known, who)
  if (!mine && !who.isHost) throw new CommentRefused('not-yours')
  putComment(conduct, { ...known, text: '', mentions: [], removed: mine ? 'author' : 'host' })
  return must(conduct, id)
}

function isAuthor(one: Comment, who: CommentWriter): boolean {
  return one.author !== '' && one.author === who.account
}

function must(conduct: Y.Doc, id: string): Comment {
  const found = commentIn(conduct, id)
  if (!found) throw new CommentRefused('no-comment')
  return found
}
