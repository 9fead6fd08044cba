import type { Round, Timer } from '@second-story/board'
import { request } from './request.ts'

export interface RoundTerms {
  readonly writes: Round['writes']
  readonly prompt: string
  readonly minutes: number
  readonly anonymous: boolean
}

export const startRound = (board: string, terms: RoundTerms): Promise<Round> =>
  request<{ round: Round }>('POST', `${at(board)}/rounds`, terms).then(({ round }) => round)
export const moreTime = (board: string, round: string, minutes: number): Promise<Round> =>
  request<{ round: Round }>('PATCH', `${at(board)}/rounds/${round}`, { minutes }).then(
    (answer) => answer.round,
  )
export const endWriting = (board: string, round: string): Promise<Round> =>
  request<{ round: Round }>('PATCH', `${at(board)}/rounds/${round}`, { stop: true }).then(
    (answer) => answer.round,
  )

/** Shows what everybody wrote in a round; resolves with how many things came onto the board. */
export const showAll = (board: string, round: string): Promise<number> =>
  request<{ shown: number }>('POST', `${at(board)}/reveals`, { round }).then(({ shown }) => shown)

export const startTimer = (board: string, minutes: number, words: string): Promise<Timer> =>
  request<{ timer: Timer }>('POST', `${at(board)}/timer`, { minutes, words }).then(({ timer }) => timer)
export const stopTimer = (board: string): Promise<void> => request('DELETE', `${at(board)}/timer`)

/** Parked ideas go into the record only when the facilitator says so. */
export const putParkedInRecord = (board: string, on: boolean): Promise<void> =>
  request('PATCH', at(board), { parkedInRecord: on })

function at(board: string): string {
  return `/api/boards/${encodeURIComponent(board)}`
}
