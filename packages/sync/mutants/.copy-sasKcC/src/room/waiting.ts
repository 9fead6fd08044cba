import { LIMITS } from '@second-story/protocol'
import type { ConnectionId } from './session.ts'

export interface WaitingMessage {
  readonly connection: ConnectionId
  readonly bytes: Uint8Array
}

/** What connections send before the layer is loaded, in order; bounded for each connection. */
export class Waiting {
  readonly #messages: WaitingMessage[] = []
  readonly #held = new Map<ConnectionId, { messages: number; bytes: number }>()

  /** False when the connection has sent too much. */
  add(connection: ConnectionId, bytes: Uint8Array): boolean {
    const held = this.#held.get(connection) ?? { messages: 0, bytes: 0 }
    held.messages++
    held.bytes += bytes.length
    this.#held.set(connection, held)
    if (held.messages > LIMITS.waitingMessages || held.bytes > LIMITS.waitingBytes) return false
    this.#messages.push({ connection, bytes })
    return true
  }

  get messages(): readonly WaitingMessage[] {
    return this.#messages
  }
}
