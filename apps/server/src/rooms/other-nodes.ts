import type { LayerRef } from '@second-story/protocol'
import type { Claim, RoomEvent, Row } from '@second-story/sync'
import type { Bus } from '../bus/bus.ts'
import type { LayerStore } from '../storage/layers/layer-store.ts'
import type { Log } from './log.ts'
import { decodeNodeMessage, encodeNodeMessage, type NodeMessage } from './node-messages.ts'

/** The log is asked this often whether it has gone on: a hint that was lost is made up for. */
const LOOK_EVERY_MS = 2000
/** while there is no bus, who may be here is decided anew with every so many looks */
const DECIDE_EVERY = 5
/** Larger rows are not sent about: the others read them. */
const LARGEST_ROW = 256 * 1024
/** so many layers are asked about in one question */
const ASKED_AT_ONCE = 500
const EVERYWHERE = 'everywhere'

/** A room as other nodes concern it. */
export interface OpenRoom {
  readonly board: string
  readonly layer: string
  readonly ref: LayerRef
  readonly epoch: number
  readonly isLoaded: boolean
  /** number of the last row that it knows */
  readonly head: number
  dispatch(event: RoomEvent): void
  reload(reason: string): void
}

/** What the other nodes may ask of this one. */
export interface Here {
  room(board: string, layer: string): OpenRoom | undefined
  rooms(): OpenRoom[]
  accessChanged(board: string | null, account: string | undefined): void
  removed(board: string): void
}

/**
 * The other nodes that serve the same boards (SPEC.md rule 11): tells them what is new here, hears what is new there, and
 * looks into the log itself, since a word may get lost. Without a bus this is the only node, and nothing happens here.
 */
export class OtherNodes {
  readonly #bus: Bus | null
  readonly #here: Here
  readonly #store: LayerStore
  readonly #log: Log
  readonly #self: string
  readonly #boards = new Map<string, () => void>()
  readonly #stops: (() => void)[] = []
  #isLooking = false
  #looks = 0

  constructor(bus: Bus | null, self: string, store: LayerStore, here: Here, log: Log) {
    this.#bus = bus
    this.#self = self
    this.#store = store
    this.#here = here
    this.#log = log
    if (bus === null) return
    const look = setInterval(() => void this.look(), LOOK_EVERY_MS)
    look.unref()
    this.#stops.push(
      () => clearInterval(look),
      bus.onRestored(() => this.#restored()),
      bus.subscribe(EVERYWHERE, (bytes) => this.#hear(null, bytes)),
    )
  }

  /** False when this is the only node. */
  get exist(): boolean {
    return this.#bus !== null
  }

  // Telling

  /** A room was opened here. */
  opened(room: OpenRoom): void {
    if (this.#bus === null) return
    if (!this.#boards.has(room.board)) {
      const stop = this.#bus.subscribe(topicOf(room.board), (bytes) => this.#hear(room.board, bytes))
      this.#boards.set(room.board, stop)
    }
    if (room.ref.kind === 'common') this.#tell(room.board, { type: 'ask', layer: room.layer })
  }

  /** No room of the board is open here any more. */
  closed(board: string): void {
    this.#boards.get(board)?.()
    this.#boards.delete(board)
  }

  row(board: string, layer: string, row: Row, owners: readonly Claim[]): void {
    if (row.bytes.length > LARGEST_ROW) this.#tell(board, { type: 'head', layer, head: row.n })
    else this.#tell(board, { type: 'row', layer, row, owners })
  }

  presence(board: string, layer: string, bytes: Uint8Array, whole: boolean): void {
    this.#tell(board, { type: 'presence', node: this.#self, layer, bytes, whole })
  }

  /** Roles changed on a board, or, without one, an account was signed out. */
  accessChanged(board: string | null, account: string | undefined): void {
    this.#tell(board, { type: 'access', account: account ?? null })
  }

  removed(board: string): void {
    this.#tell(board, { type: 'removed' })
  }

  #tell(board: string | null, message: NodeMessage): void {
    this.#bus?.publish(board === null ? EVERYWHERE : topicOf(board), encodeNodeMessage(message))
  }

  // Hearing

  #hear(board: string | null, bytes: Uint8Array): void {
    const message = decodeNodeMessage(bytes)
    if (message === null)
      this.#log.warn({ board }, 'a message of another node was damaged; it is passed over')
    else if (message.type === 'access') this.#here.accessChanged(board, message.account ?? undefined)
    else if (board !== null) this.#hearOf(board, message)
  }

  #hearOf(board: string, message: Exclude<NodeMessage, { type: 'access' }>): void {
    if (message.type === 'removed') {
      this.#here.removed(board)
      return
    }
    const room = this.#here.room(board, message.layer)
    if (room === undefined) return
    switch (message.type) {
      case 'row':
        room.dispatch({ type: 'heard-row', row: message.row, owners: message.owners })
        return
      case 'head':
        room.dispatch({ type: 'heard-head', head: message.head })
        return
      case 'presence': {
        const { node, bytes, whole } = message
        room.dispatch({ type: 'heard-presence', node, bytes, whole })
        return
      }
      case 'ask':
        room.dispatch({ type: 'asked-presence' })
    }
  }

  #restored(): void {
    for (const room of this.#here.rooms()) {
      this.#tell(room.board, { type: 'ask', layer: room.layer })
      room.dispatch({ type: 'asked-presence' })
    }
    this.#here.accessChanged(null, undefined)
    void this.look()
  }

  // Looking into the log

  /** Asks the log how far the open layers are; resolves when the rooms know. */
  async look(): Promise<void> {
    if (this.#isLooking) return
    this.#isLooking = true
    try {
      // nobody can tell of a change of access now
      if (this.#bus?.isUp === false && this.#looks++ % DECIDE_EVERY === 0)
        this.#here.accessChanged(null, undefined)
      const rooms = this.#here.rooms().filter((room) => room.isLoaded)
      for (let i = 0; i < rooms.length; i += ASKED_AT_ONCE)
        await this.#lookAt(rooms.slice(i, i + ASKED_AT_ONCE))
    } catch (error) {
      this.#log.warn({ error: String(error) }, 'the log could not be looked at')
    } finally {
      this.#isLooking = false
    }
  }

  async #lookAt(rooms: readonly OpenRoom[]): Promise<void> {
    // taken before asking: what is appended here meanwhile is not in the answer
    const known = rooms.map((room) => room.head)
    const heads = await this.#store.heads(rooms.map(({ board, layer }) => ({ board, layer })))
    for (const [i, room] of rooms.entries()) {
      const found = heads[i]
      if (found === undefined) continue
      // fewer rows than are known here, or another epoch: this is not the layer any more that was loaded
      if (found.epoch > room.epoch || found.head < (known[i] ?? 0)) room.reload('replaced')
      else room.dispatch({ type: 'heard-head', head: found.head })
    }
  }

  /** Tells and hears nothing any more. */
  close(): void {
    for (const stop of this.#stops.splice(0)) stop()
    for (const board of [...this.#boards.keys()]) this.closed(board)
  }
}

function topicOf(board: string): string {
  return `board:${board}`
}
