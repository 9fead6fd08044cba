import type { Board, CommentBody, CommentPatchBody, CommentsAnswer } from '@second-story/protocol'
import { request } from './request.ts'

export const getComments = (board: string): Promise<CommentsAnswer> => request('GET', at(board))
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
