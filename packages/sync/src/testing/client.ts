import { encodeStep2, MESSAGE, SYNC } from '@second-story/protocol'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import * as Y from 'yjs'
import { type Stage, session } from './stage.ts'

/** For tests: a stock client on a stage, as y-websocket is one: a document, and a connection that comes and goes. */
export class Client {
  static #ids = 0
  readonly doc: Y.Doc
  readonly account: string
  readonly #stage: Stage
  #connection: number | null = null

  constructor(stage: Stage, account: string, doc = new Y.Doc()) {
    this.#stage = stage
    this.account = account
    this.doc = doc
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#connection !== null) this.#stage.update(this.#connection, update)
    })
  }

  connect(): void {
    this.#connection = ++Client.#ids
    this.#stage.open(this.#connection, session(this.account))
    this.#stage.step1(this.#connection, this.doc)
    this.hear()
  }

  disconnect(): void {
    if (this.#connection === null) return
    this.hear()
    this.#stage.handle({ type: 'closed', connection: this.#connection })
    this.#connection = null
  }

  /** Takes in what was sent to it; true when there was anything. */
  hear(): boolean {
    const id = this.#connection
    const messages = id === null ? [] : this.#stage.takeRaw(id)
    for (const bytes of messages) {
      const decoder = createDecoder(bytes)
      if (readVarUint(decoder) !== MESSAGE.sync) continue
      const kind = readVarUint(decoder)
      const payload = readVarUint8Array(decoder)
      if (kind !== SYNC.step1) Y.applyUpdate(this.doc, payload, this)
      else if (id !== null) this.#stage.send(id, encodeStep2(Y.encodeStateAsUpdate(this.doc, payload)))
    }
    return messages.length > 0
  }

  /** As y-indexeddb does: what was kept on this machine comes in, also after the connection is there. */
  recall(kept: Uint8Array): void {
    Y.applyUpdate(this.doc, kept, 'kept')
  }
}

/** Stores and tells until nobody has anything to say. */
export function settle(stage: Stage, clients: readonly Client[]): void {
  for (let goesOn = true; goesOn; ) {
    stage.flush()
    goesOn = clients.map((client) => client.hear()).some(Boolean)
  }
}
