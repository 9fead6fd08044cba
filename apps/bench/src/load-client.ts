import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

/** A person on a board without a screen: a Yjs document for what it writes, raw frames for what it hears. */
export class LoadClient {
  readonly doc = new Y.Doc()
  readonly #socket: WebSocket
  #clock = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'net') this.send(frame(0, 2, update))
    })
  }

  static open(url: string, cookie: string): Promise<LoadClient> {
    const socket = new WebSocket(url, { headers: cookie ? { cookie } : {}, perMessageDeflate: false })
    const client = new LoadClient(socket)
    return new Promise((done, failed) => {
      socket.once('open', () => done(client))
      socket.once('error', failed)
    })
  }

  /** Asks for everything that it lacks; stock y-websocket does the same on connecting. */
  sync(): void {
    this.send(frame(0, 0, Y.encodeStateVector(this.doc)))
  }

  onFrame(heard: (bytes: Buffer) => void): void {
    this.#socket.on('message', (bytes: Buffer) => heard(bytes))
  }

  onClose(heard: (code: number) => void): void {
    this.#socket.on('close', heard)
  }

  /** Sends presence as an awareness message of one client. */
  present(state: unknown): void {
    const inner = encoding.createEncoder()
    encoding.writeVarUint(inner, 1)
    encoding.writeVarUint(inner, this.doc.clientID)
    encoding.writeVarUint(inner, ++this.#clock)
    encoding.writeVarString(inner, JSON.stringify(state))
    const outer = encoding.createEncoder()
    encoding.writeVarUint(outer, 1)
    encoding.writeVarUint8Array(outer, encoding.toUint8Array(inner))
    this.send(encoding.toUint8Array(outer))
  }

  send(bytes: Uint8Array): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(bytes)
  }

  close(): void {
    this.#socket.terminate()
    this.doc.destroy()
  }
}

function frame(type: number, step: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}
