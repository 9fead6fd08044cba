import type { Vote, VoteScope } from '@second-story/board'
import type { DotsAnswer } from '@second-story/protocol'
import { request } from './request.ts'

export interface VoteTerms {
  readonly title: string
  readonly dots: number
  readonly on: VoteScope
}

export const startVote = (board: string, terms: VoteTerms): Promise<Vote> =>
  request<{ vote: Vote }>('POST', `${at(board)}/votes`, terms).then(({ vote }) => vote)
/** Ends it; the sums are told to everybody. */
export const closeVote = (board: string, vote: string): Promise<Vote> =>
  request<{ vote: Vote }>('PATCH', of(board, vote), { close: true }).then((answer) => answer.vote)
/** Takes its dots off the things, or puts them there again. */
export const showDots = (board: string, vote: string, shown: boolean): Promise<void> =>
  request('PATCH', of(board, vote), { shown })
export const dropVote = (board: string, vote: string): Promise<void> => request('DELETE', of(board, vote))

/** My own dots in an open vote; nobody else's are ever told. */
export const myDots = (board: string, vote: string): Promise<DotsAnswer> =>
  request('GET', `${of(board, vote)}/dots`)
export const putDots = (board: string, vote: string, item: string, dots: number): Promise<DotsAnswer> =>
  request('PUT', `${of(board, vote)}/dots`, { item, dots })

function of(board: string, vote: string): string {
  return `${at(board)}/votes/${encodeURIComponent(vote)}`
}

function at(board: string): string {
  return `/api/boards/${encodeURIComponent(board)}`
}
