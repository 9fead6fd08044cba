import { CLOSE, closeCode } from '@second-story/protocol'
import type { StopReason } from './board-session.ts'

export interface StopWords {
  readonly why: StopReason
  readonly words: string
}

/** What a final close code means for the person; null for codes after which we come back. */
export function stopWords(code: number): StopWords | null {
  const row = closeCode(code)
  if (!row) return code >= 4400 && code < 4500 ? { why: 'reload', words: CLOSE.reload.sentence } : null
  if (row.comesBack) return null
  switch (row.code) {
    case CLOSE.signIn.code:
      return { why: 'sign-in', words: 'You are signed out.' }
    case CLOSE.noAccess.code:
      return { why: 'no-access', words: 'You are no longer on this board.' }
    case CLOSE.noBoard.code:
      return { why: 'no-board', words: 'This board is not here any more.' }
    case CLOSE.refused.code:
      return { why: 'refused', words: 'The server did not take a change from this page.' }
    default:
      return { why: 'reload', words: 'This page is out of date.' }
  }
}
