import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { decodeDown, encodeMark, formatReach, MESSAGE, type Reach, type Role } from '@second-story/protocol'
import { must, systemClock } from '@second-story/std'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Bus } from '../bus/bus.ts'
import type { LayerStore } from '../storage/layers/layer-store.ts'
import type { Access, Caller } from './access.ts'
import { createRooms } from './create-rooms.ts'
import type { Rooms } from './rooms.ts'

/** For tests: members by name, the cookie is the name. */
export class FakeAccess implements Access {
  readonly roles = new Map<string, Role>()
  isGone = false
  /** awaited before a role is told, to play with time */
  delay: () => Promise<void> = async () => undefined

  constructor(roles: Record<string, Role>) {
    for (const [account, role] of Object.entries(roles)) this.roles.set(account, role)
  }

  async authenticate(request: IncomingMessage): Promise<Caller | null> {
    const account = /who=(\w+)/.exec(request.headers.cookie ?? '')?.[1]
    if (account === undefined) return null
    return { account, name: account.toUpperCase(), colour: 1, kind: 'member', grant: account }
  }

  async isSignedIn(): Promise<boolean> {
    return true
  }

  async roleOn(board: string, account: string): Promise<Role | null | 'gone'> {
    const role = this.isGone || board === 'nowhere' ? 'gone' : (this.roles.get(account) ?? null)
    await this.delay()
    return role
  }
}

/** For tests: rooms behind a bare HTTP server on a port of its own. */
export class TestServer {
  readonly rooms: Rooms
  readonly #http: Server
  readonly #sockets = new Set<Duplex>()

  private constructor(rooms: Rooms, http: Server) {
    this.rooms = rooms
    this.#http = http
    http.on('upgrade', (request, socket, head) => {
      this.#sockets.add(socket)
      rooms.upgrade(request, socket, head)
    })
  }

  static async start(
    store: LayerStore,
    access: Access,
    port = 0,
    clock = systemClock,
    bus: Bus | null = null,
  ): Promise<TestServer> {
    const server = new TestServer(createRooms({ store, access, clock, bus }), createServer())
    await new Promise<void>((resolve) => server.#http.listen(port, '127.0.0.1', resolve))
    return server
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}/sync`
  }

  /** As kill -9 would: sockets are cut, nothing is flushed. */
  async kill(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#http.close(resolve))
  }
}

/** A WebSocket that carries a cookie, as a browser's would. */
export function socketOf(who: string, headers: Record<string, string> = {}): typeof globalThis.WebSocket {
  class CookieSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: `who=${who}`, ...headers } })
    }
  }
  return CookieSocket as unknown as typeof globalThis.WebSocket
}

/** Resolves when `condition` holds; it is looked at after every turn of the loop. */
export async function until(condition: () => boolean, what = 'condition'): Promise<void> {
  const deadline = Date.now() + 8000
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`timed out waiting for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** A stock y-websocket client that also speaks marks. */
export class TestClient {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  closed: { code: number; reason: string } | null = null
  readonly answers: string[] = []
  /** how far it was last told that it has come */
  reach: Reach | null = null
  #marks = 0

  constructor(
    server: TestServer,
    who: string,
    room: string,
    headers: Record<string, string> = {},
    since: Reach | null = null,
  ) {
    this.provider = new WebsocketProvider(server.url, room, this.doc, {
      WebSocketPolyfill: socketOf(who, headers),
      disableBc: true,
      maxBackoffTime: 200,
      params: since === null ? {} : { since: formatReach(since) },
    })
    this.provider.on('closed', (event: { code: number; reason: string }) => {
      this.closed = event
    })
    this.provider.messageHandlers[MESSAGE.reached] = (_encoder, decoder) => {
      const answer = decodeDown(decoder.arr)
      if (answer?.type === 'reached') this.reach = answer.reach
    }
    for (const type of [100, 103]) {
      this.provider.messageHandlers[type] = (_encoder, decoder) => {
        const answer = must(decodeDown(decoder.arr), 'answer')
        if (answer.type !== 'reached') this.answers.push(`${answer.type} ${answer.n}`)
      }
    }
  }

  get items(): Y.Map<unknown> {
    return this.doc.getMap('items')
  }

  async synced(): Promise<this> {
    await until(() => this.provider.synced, 'synced')
    return this
  }

  send(bytes: Uint8Array): void {
    this.provider.ws?.send(bytes)
  }

  /** Sends a mark and resolves with its answer. */
  async mark(): Promise<string> {
    const n = ++this.#marks
    this.send(encodeMark(n))
    await until(() => this.answers.some((answer) => answer.endsWith(` ${n}`)), `answer to mark ${n}`)
    return must(this.answers.at(-1), 'answer')
  }

  async closedWith(): Promise<number> {
    await until(() => this.closed !== null, 'close')
    return must(this.closed, 'close').code
  }

  end(): void {
    this.provider.destroy()
    this.doc.destroy()
  }
}
