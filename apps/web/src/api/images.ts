import type { Image } from '@second-story/protocol'
import { ApiError, request } from './request.ts'

/** Where a picture, or its smallest copy that is so wide, is had. */
export function imageAddress(board: string, id: string, width: number | null): string {
  const path = `${at(board)}/${encodeURIComponent(id)}`
  return width === null ? path : `${path}?w=${width}`
}

export interface Sending {
  readonly signal: AbortSignal
  /** 0 to 1, of what has left */
  readonly onSent: (share: number) => void
}

/** Sends a picture; rejects with an `ApiError` that can be shown as it is, or with `AbortError` when it was given up. */
export function sendImage(
  board: string,
  file: Blob,
  layer: string,
  { signal, onSent }: Sending,
): Promise<Image> {
  return new Promise((resolve, reject) => {
    // fetch does not tell how much has left
    const call = new XMLHttpRequest()
    call.open('POST', `${at(board)}?layer=${encodeURIComponent(layer)}`)
    call.setRequestHeader('content-type', file.type)
    call.responseType = 'text'
    call.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 0 : loaded / total)
    call.onload = () => {
      const answer = parsed(call.responseText)
      if (call.status === 201) resolve(answer as Image)
      else reject(problemOf(answer, call.status))
    }
    call.onerror = () => reject(problemOf(null, 0))
    call.onabort = () => reject(new DOMException('given up', 'AbortError'))
    signal.addEventListener('abort', () => call.abort(), { once: true })
    call.send(file)
  })
}

/** Lets everybody on a board see a picture that this person sees, there or on another board. */
export const shareImage = (board: string, id: string, from: string): Promise<void> =>
  request('POST', `${at(board)}/${encodeURIComponent(id)}/shares`, { layer: 'common', from })

function at(board: string): string {
  return `/api/boards/${encodeURIComponent(board)}/images`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function problemOf(answer: unknown, status: number): ApiError {
  const told = (answer as { error?: { id: string; message: string } } | null)?.error
  if (told) return new ApiError(told.id, told.message, status)
  return new ApiError(
    'no-answer',
    'The server does not answer. Nothing was changed; try again in a moment.',
    status,
  )
}
