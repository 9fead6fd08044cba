import {
  answerIn,
  beginThread,
  type CommentWriter,
  lastKnown,
  removeComment,
  resolveThread,
  reword,
} from '@second-story/board'
import { deleteComment, patchComment, postComment, seenComment } from '../api/comments.ts'
import type { BoardSession } from '../session/board-session.ts'
import { bodyOf, type Waiting } from './waiting.ts'

/** Where comments are written: the server, or a sample's own documents. Each rejects with words for people. */
export interface CommentLine {
  write(one: Waiting): Promise<unknown>
  reword(id: string, text: string, mentions: readonly string[]): Promise<unknown>
  resolve(id: string, resolved: boolean): Promise<unknown>
  remove(id: string): Promise<unknown>
  seen(id: string): Promise<unknown>
}

export function commentLine(session: BoardSession): CommentLine {
  return session.sample === null ? toServer(session.board) : inSample(session)
}

function toServer(board: string): CommentLine {
  return {
    write: (one) => postComment(board, bodyOf(one)),
    reword: (id, text, mentions) => patchComment(board, id, { text, mentions: [...mentions] }),
    resolve: (id, resolved) => patchComment(board, id, { resolved }),
    remove: (id) => deleteComment(board, id),
    seen: (id) => seenComment(board, id),
  }
}

/** There is no server: what it would write is written here, by the same hand. */
function inSample(session: BoardSession): CommentLine {
  const { account, name } = session.me.get()
  const who: CommentWriter = { account, name, isHost: true }
  const conduct = () => {
    const doc = session.layer('conduct')
    if (!doc) throw new Error('the sample is closed')
    return doc
  }
  const now = (): number => session.now()
  return {
    write: async (one) => {
      const common = session.layer('common')
      const item = one.on?.item ?? session.live.snapshot.comments.get(one.thread)?.on?.item ?? null
      const known = item !== null && common ? lastKnown(common, item) : null
      if (one.thread !== one.id) return answerIn(conduct(), one, who, now(), known)
      return beginThread(conduct(), one, known ?? one.on ?? NOWHERE, who, now())
    },
    reword: async (id, text, mentions) => reword(conduct(), id, { text, mentions }, who, now()),
    resolve: async (id, resolved) => resolveThread(conduct(), id, resolved, who, now()),
    remove: async (id) => removeComment(conduct(), id, who),
    seen: async () => undefined,
  }
}

const NOWHERE = { item: null, name: '', place: null }
