import type { Board, BoardCard, BoardMember, CreateBoardBody, Graph, Role } from '@second-story/protocol'
import { request, requestBytes } from './request.ts'

export interface BoardList {
  readonly boards: readonly BoardCard[]
  /** can be brought back for 30 days */
  readonly deleted: readonly Board[]
}

export const listBoards = (): Promise<BoardList> => request('GET', '/api/boards')
export const makeBoard = (body: CreateBoardBody): Promise<Board> => request('POST', '/api/boards', body)
export const getBoard = (board: string): Promise<Board> => request('GET', at(board))
export const renameBoard = (board: string, title: string): Promise<Board> =>
  request('PATCH', at(board), { title })
export const setSensitive = (board: string, sensitive: boolean): Promise<Board> =>
  request('PATCH', at(board), { sensitive })
export const deleteBoard = (board: string): Promise<void> => request('DELETE', at(board))
export const restoreBoard = (board: string): Promise<Board> => request('POST', `${at(board)}/restore`)
export const setStage = (board: string, stage: string): Promise<void> =>
  request('POST', `${at(board)}/stage`, { stage })
export const boardGraph = (board: string): Promise<Graph> => request('GET', `${at(board)}/graph`)
export const sendCommands = (board: string, commands: readonly unknown[]): Promise<void> =>
  request('POST', `${at(board)}/commands`, commands)

/** One layer as a Yjs V2 update. */
export const layerSnapshot = (board: string, layer: string): Promise<Uint8Array> =>
  requestBytes(`${at(board)}/layers/${layer}/snapshot`)

export const boardMembers = (board: string): Promise<readonly BoardMember[]> =>
  request<{ members: readonly BoardMember[] }>('GET', `${at(board)}/members`).then(({ members }) => members)
export const giveRole = (board: string, account: string, role: Role): Promise<BoardMember> =>
  request('PUT', `${at(board)}/members/${account}`, { role })
export const removeMember = (board: string, account: string): Promise<void> =>
  request('DELETE', `${at(board)}/members/${account}`)

function at(board: string): string {
  return `/api/boards/${encodeURIComponent(board)}`
}
