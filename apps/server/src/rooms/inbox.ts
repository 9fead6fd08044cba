import { CLOSE, LIMITS } from '@second-story/protocol'
import type { WebSocket } from 'ws'
import type { FairShare } from './fair-share.ts'
import { closeWith } from './line.ts'
import type { LiveRoom } from './live-room.ts'
import type { Meter } from './meter.ts'

/** Holds a client's messages from the first moment: it sends its step 1 at once, before anybody knows who it is. */
export class Inbox {
  readonly #ws: WebSocket
  readonly #fair: FairShare
  readonly #meter: Meter
  #held: Uint8Array[] = []
  #heldBytes = 0
  #to: { readonly room: LiveRoom; readonly id: number; readonly account: string } | null = null

  constructor(ws: WebSocket, fair: FairShare, meter: Meter) {
    this.#ws = ws
    this.#fair = fair
    this.#meter = meter
    // a text message is none of ours: handed on empty it is refused as malformed
    ws.on('message', (data, isBinary) => this.#take(isBinary ? (data as Buffer) : new Uint8Array(0)))
  }

  #take(bytes: Uint8Array): void {
    this.#meter.received(bytes.length)
    if (this.#to !== null) {
      this.#deliver(bytes)
      return
    }
    this.#held.push(bytes)
    this.#heldBytes += bytes.length
    if (this.#held.length > LIMITS.waitingMessages || this.#heldBytes > LIMITS.waitingBytes)
      closeWith(this.#ws, CLOSE.tooFast.code, CLOSE.tooFast.id)
  }

  #deliver(bytes: Uint8Array): void {
    if (this.#to === null) return
    const { room, id, account } = this.#to
    const began = performance.now()
    room.receive(id, bytes)
    const ended = performance.now()
    const pauseMs = this.#fair.spend(account, ended - began, ended)
    if (pauseMs > 0) this.#readLater(pauseMs)
  }

  /** Stops reading: the client's own line fills up, and it waits. */
  #readLater(ms: number): void {
    if (this.#ws.isPaused || this.#ws.readyState !== this.#ws.OPEN) return
    this.#ws.pause()
    setTimeout(() => this.#ws.resume(), ms)
  }

  deliverTo(room: LiveRoom, id: number, account: string): void {
    this.#to = { room, id, account }
    for (const bytes of this.#held) this.#deliver(bytes)
    this.#held = []
  }

  closed(): void {
    this.#to?.room.detach(this.#to.id)
  }
}
