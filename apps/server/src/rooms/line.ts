import { CLOSE } from '@second-story/protocol'
import type { WebSocket } from 'ws'
import type { Line } from './live-room.ts'

/** a client that does not answer a close is cut off after this */
const CLOSE_TIMEOUT_MS = 5000

/**
 * Bytes that may wait for one client. Well above a board with its history, so that nobody on a slow line meets it; without it a
 * client that asks and does not read fills the server's memory.
 */
export const BACKLOG_BYTES = 64 * 1024 * 1024

/** A socket as a room uses it. */
export function lineOf(ws: WebSocket): Line {
  return {
    send: (bytes) => {
      ws.send(bytes)
      if (ws.bufferedAmount > BACKLOG_BYTES && ws.readyState === ws.OPEN)
        closeWith(ws, CLOSE.tooSlow.code, CLOSE.tooSlow.id)
    },
    close: (code, reason) => closeWith(ws, code, reason),
  }
}

export function closeWith(ws: WebSocket, code: number, reason: string): void {
  ws.close(code, reason.slice(0, 120))
  setTimeout(() => ws.terminate(), CLOSE_TIMEOUT_MS).unref()
}
