import type { LayerName } from '@second-story/board'
import { encodeMark, formatRoomName, MESSAGE, type RoomName } from '@second-story/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { layerSnapshot } from '../api/boards.ts'
import { ApiError } from '../api/request.ts'
import { copyName, LocalCopy, readUnsaved, writeUnsaved } from './local-copy.ts'
import { Marks } from './marks.ts'

/** What a layer tells the board that it belongs to. */
export interface LayerEvents {
  /** the badge may say something else now */
  changed(): void
  saved(): void
  /** everything that the server had is here */
  synced(): void
  /** some of what was sent was not taken */
  refused(reason: string): void
  /** the server closed it for good */
  stopped(code: number): void
}

export interface LayerPlace {
  readonly board: string
  readonly account: string
  readonly layer: LayerName
}

/** A reconnect waits at most this long. */
const MOST_BACKOFF_MS = 4_000

/** One layer: its document, this browser's copy of it, its connection, and what of it is not saved yet. */
export class LayerLink {
  readonly layer: LayerName
  readonly doc: Y.Doc
  readonly marks: Marks
  /** had this browser, or the server's snapshot, something to show at once? */
  readonly isFilled: boolean
  readonly #name: string
  readonly #copy: LocalCopy
  readonly #provider: WebsocketProvider
  readonly #events: LayerEvents
  #isStopped = false

  /** Loads the copy, fills an empty one from the server's snapshot, then opens the socket. */
  static async open(place: LayerPlace, events: LayerEvents): Promise<LayerLink> {
    const doc = new Y.Doc()
    const name = copyName(place.account, place.board, place.layer)
    const copy = await LocalCopy.open(name, doc)
    const isFilled = hasContent(doc) || (await fill(doc, place))
    return new LayerLink(place, doc, name, copy, isFilled, events)
  }

  private constructor(
    place: LayerPlace,
    doc: Y.Doc,
    name: string,
    copy: LocalCopy,
    isFilled: boolean,
    events: LayerEvents,
  ) {
    this.layer = place.layer
    this.doc = doc
    this.isFilled = isFilled
    this.#name = name
    this.#copy = copy
    this.#events = events
    this.marks = new Marks(readUnsaved(name))
    const awareness = new Awareness(doc)
    // presence lives on `common` alone
    if (place.layer !== 'common') awareness.setLocalState(null)
    this.#provider = new WebsocketProvider(syncUrl(), roomOf(place), doc, {
      awareness,
      disableBc: true,
      maxBackoffTime: MOST_BACKOFF_MS,
      connect: false,
    })
    this.#listen()
    this.#provider.connect()
    window.addEventListener('offline', this.#offline)
    window.addEventListener('online', this.#online)
  }

  get awareness(): Awareness {
    return this.#provider.awareness
  }

  async close(): Promise<void> {
    this.#hangUp()
    await this.#copy.close()
    this.doc.destroy()
  }

  /** Closes, and takes this browser's copy away. */
  async forget(): Promise<void> {
    this.#hangUp()
    await this.#copy.clear()
    this.doc.destroy()
  }

  // a socket without a network looks alive for half a minute: the machine knows better
  #offline = (): void => this.#provider.disconnect()
  #online = (): void => {
    if (!this.#isStopped) this.#provider.connect()
  }

  #hangUp(): void {
    window.removeEventListener('offline', this.#offline)
    window.removeEventListener('online', this.#online)
    this.#provider.destroy()
    this.#provider.awareness.destroy()
  }

  #listen(): void {
    const provider = this.#provider
    // bound after the provider's own listener: the mark leaves behind the update that it covers
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === provider || this.#copy.isOrigin(origin)) return
      this.#send(this.marks.changed(Date.now()))
      this.#changed()
    })
    const sync = provider.messageHandlers[MESSAGE.sync]
    provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
      sync?.(encoder, decoder, ...rest)
      // a reply is our step 2; it is sent as soon as this returns, and its mark follows it
      if (encoding.length(encoder) > 1) queueMicrotask(() => this.#resent())
    }
    provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
      if (!this.marks.saved(decoding.readVarUint(decoder))) return
      this.#changed()
      this.#events.saved()
    }
    provider.messageHandlers[MESSAGE.refused] = (_encoder, decoder) => {
      decoding.readVarUint(decoder)
      this.#events.refused(decoding.readVarString(decoder))
    }
    provider.messageHandlers[MESSAGE.auth] = () => {
      // "permission denied" is followed by 103 at the next mark, which says what of
    }
    provider.on('sync', (isSynced: boolean) => {
      if (isSynced) this.#events.synced()
    })
    provider.on('status', ({ status }: { status: string }) => {
      if (status !== 'disconnected') return
      this.marks.disconnected()
      this.#changed()
    })
    provider.on('closed', ({ code }: { code: number }) => {
      this.#isStopped = true
      this.#events.stopped(code)
    })
    // a server that closes before it says anything leaves the status as it was
    provider.on('connection-close', () => {
      this.marks.disconnected()
      this.#changed()
    })
  }

  #resent(): void {
    this.#send(this.marks.resent())
    this.#changed()
  }

  #send(n: number): void {
    const { ws, wsconnected } = this.#provider
    if (wsconnected && ws && ws.readyState === ws.OPEN) ws.send(new Uint8Array(encodeMark(n)))
  }

  #changed(): void {
    writeUnsaved(this.#name, this.marks.unsaved)
    this.#events.changed()
  }
}

function hasContent(doc: Y.Doc): boolean {
  return doc.store.clients.size > 0
}

async function fill(doc: Y.Doc, { board, layer }: LayerPlace): Promise<boolean> {
  try {
    const snapshot = await layerSnapshot(board, layer)
    if (snapshot.length > 0) Y.applyUpdateV2(doc, snapshot, 'snapshot')
    return true
  } catch (error) {
    // the socket brings the same, only slower
    if (error instanceof ApiError) return false
    throw error
  }
}

function roomOf({ board, layer }: LayerPlace): string {
  const [kind, member] = layer.split('.')
  if (kind === 'story' && member) return formatRoomName({ kind, board, member })
  return formatRoomName({ kind: kind as Exclude<RoomName['kind'], 'story'>, board })
}

function syncUrl(): string {
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`
}
