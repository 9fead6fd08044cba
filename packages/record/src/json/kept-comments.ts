import { type BoardSnapshot, type Comment, LIMITS, readComment, threadsOf } from '@second-story/board'

/** What people said beside a board, as a file keeps it: who said it is a name alone, and speaks to nobody elsewhere. */
export function commentsToKeep(board: BoardSnapshot): readonly Omit<Comment, 'author' | 'mentions'>[] {
  return threadsOf(board.comments).flatMap(({ first, answers }) =>
    [first, ...answers].map(({ author: _author, mentions: _mentions, ...rest }) => rest),
  )
}

/** What `commentsToKeep` wrote, from a file; null where it holds something else. `rename` as of `boardCommands`. */
export function keptComments(
  raw: unknown,
  rename: (id: string) => string = (id) => id,
): readonly Comment[] | null {
  if (raw === undefined) return []
  if (!Array.isArray(raw) || raw.length > LIMITS.comments) return null
  const out: Comment[] = []
  for (const one of raw) {
    if (typeof one !== 'object' || one === null) return null
    const read = readComment(one.id, { ...one, type: 'comment', author: '', mentions: [] })
    if (!read) return null
    const on = read.on?.item ? { ...read.on, item: rename(read.on.item) as typeof read.on.item } : read.on
    out.push({ ...read, id: rename(read.id), thread: rename(read.thread), on })
  }
  return out
}
