import type { Board, CommentBody, CommentPatchBody, CommentsAnswer } from '@second-story/protocol'
import { request } from './request.ts'

/** Ids of those that speak to me and that I have not seen; the board itself holds what they say. */
export const getMentions = (board: string): Promise<readonly string[]> =>
  request<CommentsAnswer>('GET', `${at(board)}?only=mentions`).then(({ mentions }) => mentions)
export const postComment = (board: string, body: CommentBody): Promise<unknown> =>
  request('POST', at(board), body)
export const patchComment = (board: string, id: string, body: CommentPatchBody): Promise<unknown> =>
  request('PATCH', `${at(board)}/${id}`, body)
export const deleteComment = (board: string, id: string): Promise<void> =>
  request('DELETE', `${at(board)}/${id}`)
export const seenComment = (board: string, id: string): Promise<void> =>
  request('PUT', `${at(board)}/${id}/seen`)
export const letObserversComment = (board: string, observersComment: boolean): Promise<Board> =>
  request('PATCH', `/api/boards/${encodeURIComponent(board)}`, { observersComment })

function at(board: string): string {
  return `/api/boards/${encodeURIComponent(board)}/comments`
}
