import { CLOSE } from '@second-story/protocol'
import { Backlog } from '@second-story/sync'
import type { WebSocket } from 'ws'
import type { Line } from './live-room.ts'
import type { Meter } from './meter.ts'

/** a client that does not answer a close is cut off after this */
const CLOSE_TIMEOUT_MS = 5000

/** A socket as a room uses it; a reader that cannot keep up is closed (SPEC.md rule 8). */
export function lineOf(ws: WebSocket, meter: Meter): Line {
  const backlog = new Backlog()
  return {
    send: (bytes, kind) => {
      if (ws.readyState !== ws.OPEN) return true
      const decision = backlog.give(kind, bytes.length, ws.bufferedAmount)
      if (decision === 'send') {
        meter.sent(bytes.length)
        ws.send(bytes)
      } else if (decision === 'drop') meter.leftOut()
      else closeWith(ws, CLOSE.tooSlow.code, CLOSE.tooSlow.id)
      return decision !== 'drop'
    },
    hasRecovered: () => backlog.hasRecovered(ws.bufferedAmount),
    close: (code, reason) => closeWith(ws, code, reason),
  }
}

export function closeWith(ws: WebSocket, code: number, reason: string): void {
  ws.close(code, reason.slice(0, 120))
  setTimeout(() => ws.terminate(), CLOSE_TIMEOUT_MS).unref()
}
