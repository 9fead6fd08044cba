import type { HistoryStep, Version } from '@second-story/protocol'
import { request, requestBytes } from './request.ts'

/** Newest first. */
export const listVersions = (board: string): Promise<readonly Version[]> =>
  request<{ versions: readonly Version[] }>('GET', at(board)).then(({ versions }) => versions)
export const keepVersion = (board: string, title: string): Promise<Version> =>
  request('POST', at(board), { title })
export const nameVersion = (board: string, version: string, title: string | null): Promise<Version> =>
  request('PATCH', `${at(board)}/${version}`, { title })

/** What everybody saw then, as a Yjs V2 update. */
export const versionUpdate = (board: string, version: string): Promise<Uint8Array> =>
  requestBytes(`${at(board)}/${version}`)

/** Resolves with how the board was until then, or null when it looked like this already. */
export const restoreVersion = (board: string, version: string): Promise<Version | null> =>
  request<{ before: Version | null }>('POST', `${at(board)}/${version}/restore`).then(({ before }) => before)

export const boardHistory = (board: string): Promise<readonly HistoryStep[]> =>
  request<{ steps: readonly HistoryStep[] }>('GET', `/api/boards/${encodeURIComponent(board)}/history`).then(
    ({ steps }) => steps,
  )

function at(board: string): string {
  return `/api/boards/${encodeURIComponent(board)}/versions`
}
