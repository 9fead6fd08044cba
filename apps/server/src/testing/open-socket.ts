import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Rooms } from '../rooms/rooms.ts'

/** For tests: rooms of an app behind a port. */
export class TestPort {
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
  }

  static async open(rooms: Rooms): Promise<TestPort> {
    const server = createServer((_, answer) => answer.writeHead(404).end())
    server.on('upgrade', rooms.upgrade.bind(rooms))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return new TestPort(server)
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  /** A stock provider that sends these headers. */
  connect(room: string, headers: Record<string, string>): StockClient {
    return new StockClient(`ws://127.0.0.1:${this.port}/sync`, room, headers)
  }
}

/** An unchanged y-websocket client with a document. */
export class StockClient {
  readonly doc = new Y.Doc()
  readonly #provider: WebsocketProvider
  readonly closed: Promise<{ code: number; reason: string }>

  constructor(url: string, room: string, headers: Record<string, string>) {
    class Socket extends WebSocket {
      constructor(address: string) {
        super(address, { headers })
      }
    }
    this.#provider = new WebsocketProvider(url, room, this.doc, {
      disableBc: true,
      WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    })
    this.closed = new Promise((resolve) => {
      this.#provider.on('connection-close', (event: { code: number; reason: string } | null) => {
        if (event) resolve({ code: event.code, reason: event.reason })
      })
    })
  }

  /** Who is here, in the server's words: account -> colour. */
  get colours(): ReadonlyMap<string, number> {
    const states = [...this.#provider.awareness.getStates().values()]
    return new Map(states.flatMap(({ user }) => (user ? [[user.account, user.colour]] : [])))
  }

  async synced(): Promise<this> {
    if (!this.#provider.synced) await new Promise<void>((done) => this.#provider.once('sync', () => done()))
    return this
  }

  destroy(): void {
    this.#provider.destroy()
  }
}
