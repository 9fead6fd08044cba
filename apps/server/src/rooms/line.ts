import type { Duplex } from 'node:stream'
import { CLOSE } from '@second-story/protocol'
import { Backlog } from '@second-story/sync'
import type { WebSocket } from 'ws'
import type { Frame } from './frame.ts'
import type { Meter } from './meter.ts'
import type { Line } from './sockets.ts'

/** a client that does not answer a close is cut off after this */
const CLOSE_TIMEOUT_MS = 5000

/**
 * A socket as a room uses it; a reader that cannot keep up is closed (SPEC.md rule 8). Messages come framed and go past ws'
 * sender, which would frame and copy them for each reader again: nothing of ours is compressed or split, so that nothing can
 * lie between two frames.
 */
export function lineOf(ws: WebSocket, socket: Duplex, meter: Meter): Line {
  const backlog = new Backlog()
  return {
    send: (frame, kind) => {
      if (ws.readyState !== ws.OPEN) return true
      const decision = backlog.give(kind, frame.length, socket.writableLength)
      if (decision === 'send') give(socket, frame)
      else if (decision === 'drop') meter.leftOut()
      else closeWith(ws, CLOSE.tooSlow.code, CLOSE.tooSlow.id)
      return decision !== 'drop'
    },
    hold: () => socket.cork(),
    release: () => socket.uncork(),
    hasRecovered: () => backlog.hasRecovered(socket.writableLength),
    close: (code, reason) => closeWith(ws, code, reason),
  }
}

function give(socket: Duplex, { parts }: Frame): void {
  const [only] = parts
  if (parts.length === 1) {
    socket.write(only)
    return
  }
  socket.cork()
  for (const part of parts) socket.write(part)
  socket.uncork()
}

export function closeWith(ws: WebSocket, code: number, reason: string): void {
  ws.close(code, reason.slice(0, 120))
  setTimeout(() => ws.terminate(), CLOSE_TIMEOUT_MS).unref()
}
