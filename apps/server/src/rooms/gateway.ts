import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import {
  CLOSE,
  type CloseCode,
  LIMITS,
  layerOfRoom,
  parseReach,
  parseRoomName,
  type Reach,
  type RoomName,
} from '@second-story/protocol'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Access, Caller } from './access.ts'
import { admit } from './admission.ts'
import { colourAmong } from './board-colours.ts'
import { FairShare } from './fair-share.ts'
import { Inbox } from './inbox.ts'
import { closeWith, lineOf } from './line.ts'
import type { Log } from './log.ts'
import type { Meter } from './meter.ts'
import { isOurOrigin } from './origin.ts'
import type { Registry } from './registry.ts'

const PREFIX = '/sync/'
/** at the end a client that does not answer a close is cut off after this */
const LAST_WORD_MS = 1000
const PING_EVERY_MS = 30_000
/** so few are closed all together */
const AT_ONCE = 50

/** Somebody who has come in, and is not in a room yet. */
interface Door {
  readonly ws: WebSocket
  readonly socket: Duplex
  readonly inbox: Inbox
  /** how far they say that they have come */
  readonly since?: Reach | null
}

interface GatewayOptions {
  readonly publicUrl: string | null
  /** see `RoomsOptions` */
  readonly schema: number
}

/** Turns upgrade requests into connections of rooms: accepts first, then closes with a code that says why not. */
export class Gateway {
  readonly #access: Access
  readonly #registry: Registry
  readonly #log: Log
  readonly #meter: Meter
  readonly #publicUrl: string | null
  readonly #schema: number
  /** larger than a message may be: the room then refuses it with a reason, where ws would close without one */
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.frameBytes * 2,
    perMessageDeflate: false,
    clientTracking: false,
  })
  readonly #sockets = new Set<WebSocket>()
  /** sockets that did not answer the last ping yet */
  readonly #silent = new WeakSet<WebSocket>()
  readonly #fair = new FairShare()
  readonly #ping: NodeJS.Timeout
  #nextId = 1
  #isDraining = false

  constructor(
    access: Access,
    registry: Registry,
    log: Log,
    meter: Meter,
    { publicUrl, schema }: GatewayOptions,
  ) {
    this.#access = access
    this.#registry = registry
    this.#log = log
    this.#meter = meter
    this.#publicUrl = publicUrl
    this.#schema = schema
    this.#ping = setInterval(() => this.#pingAll(), PING_EVERY_MS)
    this.#ping.unref()
  }

  /** A line that is dead looks open to the server for a quarter of an hour: who does not answer a ping is gone. */
  #pingAll(): void {
    this.#fair.tidy(performance.now())
    for (const ws of this.#sockets) {
      if (this.#silent.has(ws)) {
        ws.terminate()
        continue
      }
      this.#silent.add(ws)
      ws.ping()
    }
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (ws) => this.#accept(ws, socket, request))
  }

  #accept(ws: WebSocket, socket: Duplex, request: IncomingMessage): void {
    const inbox = new Inbox(ws, this.#fair, this.#meter)
    this.#sockets.add(ws)
    ws.on('pong', () => this.#silent.delete(ws))
    ws.on('error', (error) => this.#log.info({ error: error.message }, 'socket error'))
    ws.on('close', (code) => {
      if (code >= 4000) this.#meter.closed(code)
      this.#sockets.delete(ws)
      inbox.closed()
    })
    const room = roomOf(request)
    if (this.#isDraining) close(ws, CLOSE.draining)
    else if (!isOurOrigin(request, this.#publicUrl)) close(ws, CLOSE.noAccess)
    else if (room === null) close(ws, CLOSE.noBoard)
    else if (isOlder(request, this.#schema)) close(ws, CLOSE.reload)
    else void this.#admit({ ws, socket, inbox }, request, room)
  }

  async #admit(door: Door, request: IncomingMessage, room: RoomName): Promise<void> {
    const { ws } = door
    try {
      const version = this.#registry.accessVersion
      const caller = await this.#access.authenticate(request)
      if (caller === null) close(ws, CLOSE.signIn)
      else await this.#enter({ ...door, since: sinceOf(request) }, caller, room, version)
    } catch (error) {
      this.#log.error({ error: String(error) }, 'a connection could not be admitted')
      close(ws, CLOSE.draining)
    }
  }

  /** `version`: that of access when it was asked who it is. */
  async #enter(door: Door, caller: Caller, name: RoomName, version: number): Promise<void> {
    const { ws, socket, inbox, since = null } = door
    const layer = layerOfRoom(name, caller.account)
    const admission = await admit(this.#access, this.#registry, caller, name.board, layer, version)
    const people = this.#registry.people(name.board)
    if (this.#isDraining) close(ws, CLOSE.draining)
    else if ('close' in admission) close(ws, admission.close)
    else if (isCrowded(caller, people)) close(ws, CLOSE.tooFast)
    else if (ws.readyState === ws.OPEN) {
      const room = this.#registry.room(name.board, layer)
      const id = this.#nextId++
      // chosen in the same breath as they are attached, so that two who come at once do not choose the same
      const present = [...this.#registry.elsewhere(name.board), ...people]
      const colour = colourAmong(caller, present)
      const session = { ...admission.session, colour }
      const line = lineOf(ws, socket, this.#meter)
      line.hold()
      room.attach(id, { caller: { ...caller, colour }, session, line }, since)
      inbox.deliverTo(room, id, caller.account)
      line.release()
    }
  }

  /** Open sockets, and the bytes that wait for the slowest of them. */
  get load(): { readonly connections: number; readonly longestBacklog: number } {
    const backlogs = [...this.#sockets].map((ws) => ws.bufferedAmount)
    return {
      connections: this.#sockets.size,
      longestBacklog: backlogs.reduce((most, bytes) => Math.max(most, bytes), 0),
    }
  }

  /** Takes no more connections and no more messages. */
  drain(): void {
    this.#isDraining = true
    clearInterval(this.#ping)
    for (const ws of this.#sockets) ws.removeAllListeners('message')
  }

  /**
   * Closes every socket, many of them spread over `overMs` so that they do not all come back at once; resolves when all are
   * closed or cut off.
   */
  async closeAll(code: CloseCode, overMs: number): Promise<void> {
    const sockets = [...this.#sockets]
    const spread = sockets.length > AT_ONCE ? overMs : 0
    await Promise.all(
      sockets.map(async (ws, i) => {
        if (spread > 0) await setTimeout((i / sockets.length) * spread)
        if (ws.readyState === ws.CLOSED) return
        await new Promise<void>((resolve) => {
          ws.once('close', () => resolve())
          close(ws, code)
          globalThis.setTimeout(() => ws.terminate(), LAST_WORD_MS).unref()
        })
      }),
    )
  }
}

/** Rule 13: more tabs than a person has, or more people than a board holds. */
function isCrowded({ account }: Caller, people: readonly Caller[]): boolean {
  if (people.length >= LIMITS.connectionsPerBoard) return true
  return people.filter((caller) => caller.account === account).length >= LIMITS.connectionsPerMember
}

/** A page of ours that was loaded before boards came to hold something new; a stock client says nothing, and comes in. */
function isOlder(request: IncomingMessage, schema: number): boolean {
  const said = /[?&]schema=(\d{1,6})(?:&|$)/.exec(request.url ?? '')?.[1]
  return said !== undefined && Number(said) < schema
}

/** Our own client says where it left off; a stock client says nothing, and is sent all there is. */
function sinceOf(request: IncomingMessage): Reach | null {
  return parseReach(/[?&]since=([\d.]+)(?:&|$)/.exec(request.url ?? '')?.[1])
}

function roomOf(request: IncomingMessage): RoomName | null {
  const path = (request.url ?? '').split('?')[0] ?? ''
  if (!path.startsWith(PREFIX)) return null
  try {
    return parseRoomName(decodeURIComponent(path.slice(PREFIX.length)))
  } catch {
    return null // not a URI: no room has such a name
  }
}

function close(ws: WebSocket, { code, id }: CloseCode): void {
  closeWith(ws, code, id)
}
