import { LIMITS } from '@second-story/protocol'
import type { ConnectionId } from './session.ts'

export interface WaitingMessage {
  readonly connection: ConnectionId
  readonly bytes: Uint8Array
}

/** What connections send before the layer is loaded, or before the gate can judge it; in order, bounded for each connection. */
export class Waiting {
  #messages: WaitingMessage[] = []
  readonly #held = new Map<ConnectionId, { messages: number; bytes: number }>()

  get isEmpty(): boolean {
    return this.#messages.length === 0
  }

  /** True when something of this connection waits: all that it sends later does too. */
  has(connection: ConnectionId): boolean {
    return this.#held.has(connection)
  }

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

  /** The connection is gone: nobody waits for an answer. */
  drop(connection: ConnectionId): void {
    if (this.#held.delete(connection))
      this.#messages = this.#messages.filter((message) => message.connection !== connection)
  }

  /** Everything, in the order in which it came; nothing waits any more. */
  takeAll(): readonly WaitingMessage[] {
    const messages = this.#messages
    this.#messages = []
    this.#held.clear()
    return messages
  }
}
