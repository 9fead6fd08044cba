import {
  type Board,
  type BoardCard,
  type BoardMember,
  type CreateBoardBody,
  decodeRows,
  type Graph,
  parseReach,
  REACH_HEADER,
  type Reach,
  ROWS_TYPE,
  type Role,
} from '@second-story/protocol'
import { request, requestFile, sendFile } from './request.ts'

export interface BoardList {
  readonly boards: readonly BoardCard[]
  /** can be brought back for 30 days */
  readonly deleted: readonly Board[]
}

export const listBoards = (): Promise<BoardList> => request('GET', '/api/boards')
export const makeBoard = (body: CreateBoardBody): Promise<Board> => request('POST', '/api/boards', body)
/** A board from a bundle, or from a board as JSON. */
export const openBundle = (file: File, team: string | undefined): Promise<Board> => {
  const isJson = /\.json$/i.test(file.name) || file.type === 'application/json'
  const query = team === undefined ? '' : `?team=${encodeURIComponent(team)}`
  return sendFile(`/api/bundles${query}`, file, isJson ? 'application/json' : 'application/zip')
}
export const getBoard = (board: string): Promise<Board> => request('GET', at(board))
export const renameBoard = (board: string, title: string): Promise<Board> =>
  request('PATCH', at(board), { title })
export const setInstructions = (
  board: string,
  instructions: Readonly<Record<string, string>>,
): Promise<Board> => request('PATCH', at(board), { instructions })
export const setSensitive = (board: string, sensitive: boolean): Promise<Board> =>
  request('PATCH', at(board), { sensitive })
export const deleteBoard = (board: string): Promise<void> => request('DELETE', at(board))
export const restoreBoard = (board: string): Promise<Board> => request('POST', `${at(board)}/restore`)
export const setStage = (board: string, stage: string): Promise<void> =>
  request('POST', `${at(board)}/stage`, { stage })
export const boardGraph = (board: string): Promise<Graph> => request('GET', `${at(board)}/graph`)
export const sendCommands = (board: string, commands: readonly unknown[]): Promise<void> =>
  request('POST', `${at(board)}/commands`, commands)

/** A layer as one V2 update, or as V1 updates, and how far in its log it reaches; null where the server does not say. */
export interface LayerSnapshot {
  readonly updates: readonly LayerUpdate[]
  readonly reach: Reach | null
}

/** As Yjs tells it, or as the server packed it. */
export type LayerUpdate = Uint8Array | { readonly v2: Uint8Array }

export async function layerSnapshot(board: string, layer: string): Promise<LayerSnapshot> {
  const { bytes, headers } = await requestFile(`${at(board)}/layers/${layer}/snapshot?rows=1`)
  const isRows = headers.get('content-type')?.startsWith(ROWS_TYPE) ?? false
  // what was cut short on the way is nothing: the socket brings it all
  const updates = isRows ? (decodeRows(bytes) ?? []) : [{ v2: bytes }]
  return { updates, reach: parseReach(headers.get(REACH_HEADER)) }
}

export const boardMembers = (board: string): Promise<readonly BoardMember[]> =>
  request<{ members: readonly BoardMember[] }>('GET', `${at(board)}/members`).then(({ members }) => members)
export const giveRole = (board: string, account: string, role: Role): Promise<BoardMember> =>
  request('PUT', `${at(board)}/members/${account}`, { role })
export const removeMember = (board: string, account: string): Promise<void> =>
  request('DELETE', `${at(board)}/members/${account}`)

function at(board: string): string {
  return `/api/boards/${encodeURIComponent(board)}`
}
