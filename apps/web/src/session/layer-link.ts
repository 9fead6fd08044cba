import { type LayerName, SCHEMA_VERSION } from '@second-story/board'
import {
  type Cursor,
  decodeCursors,
  decodeDown,
  encodeMark,
  formatReach,
  MESSAGE,
  type Reach,
} from '@second-story/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { boundTidying } from './bounded-tidying.ts'
import { sum, type UnsavedNote } from './copy-names.ts'
import { fill } from './fill.ts'
import { type LayerPlace, roomOf } from './layer-place.ts'
import type { LayerEvents, LinkParts } from './link-parts.ts'
import type { LocalCopy } from './local-copy.ts'
import { Marks } from './marks.ts'
import { wantsSnapshot } from './opening-plan.ts'
import { Reconnect } from './reconnect.ts'

/** Somebody else signed in at this browser: what is here must not be sent in their name. */
export const NOT_ME = 4401
/** The copy's note of when it was whole is refreshed at most this often. */
const NOTE_EVERY_MS = 60_000

const FINAL = (code: number): boolean => code >= 4400 && code < 4500

/** One layer: its document, this browser's copy of it, its connection, and what of it is not saved yet. */
export class LayerLink {
  readonly layer: LayerName
  readonly doc: Y.Doc
  readonly marks: Marks
  readonly copy: LocalCopy
  readonly #place: LayerPlace
  readonly #parts: LinkParts
  readonly #events: LayerEvents
  readonly #note: UnsavedNote
  readonly #others: ReadonlyMap<string, string>
  readonly #provider: WebsocketProvider
  readonly #reconnect: Reconnect
  readonly #stopCopy: () => void
  #isStarted = false
  #isClosed = false
  #notedAt = Number.NEGATIVE_INFINITY
  #hearCursors: (cursors: readonly Cursor[]) => void = () => {}

  /** Loads the copy; `start` then connects. */
  static async open(place: LayerPlace, events: LayerEvents, parts: LinkParts): Promise<LayerLink> {
    const note = parts.note(place)
    // before the copy is loaded: what they count is then in it
    const others = note.others()
    const doc = new Y.Doc()
    boundTidying(doc)
    const copy = await parts.openCopy(place, doc)
    return new LayerLink(place, doc, copy, note, others, events, parts)
  }

  private constructor(
    place: LayerPlace,
    doc: Y.Doc,
    copy: LocalCopy,
    note: UnsavedNote,
    others: ReadonlyMap<string, string>,
    events: LayerEvents,
    parts: LinkParts,
  ) {
    this.layer = place.layer
    this.doc = doc
    this.copy = copy
    this.#place = place
    this.#note = note
    this.#others = others
    this.#events = events
    this.#parts = parts
    this.marks = new Marks(sum(others))
    const awareness = new Awareness(doc)
    // presence lives on `common` alone
    if (place.layer !== 'common') awareness.setLocalState(null)
    this.#provider = new WebsocketProvider(parts.url, roomOf(place), doc, {
      awareness,
      disableBc: true,
      params: paramsOf(copy.reach),
      connect: false,
      WebSocketPolyfill: parts.Socket,
      // when to come back is decided here, with jitter; the provider only connects when told to
      shouldReconnect: () => true,
    })
    this.#reconnect = new Reconnect(
      { open: () => this.#connect(), cut: () => this.#provider.disconnect(), ask: () => this.#ask() },
      parts.pulse,
    )
    this.#stopCopy = copy.subscribe(() => this.#events.changed())
    this.#listen()
  }

  get awareness(): Awareness {
    return this.#provider.awareness
  }

  /** Does the document hold something to show? */
  get isFilled(): boolean {
    return this.doc.store.clients.size > 0
  }

  /**
   * Fetches the snapshot where that is cheaper, then connects, and stays connected. Resolves when there is something to
   * show, or no snapshot to be had.
   */
  async start(): Promise<void> {
    if (this.#isStarted) return
    this.#isStarted = true
    const facts = { isEmpty: !this.isFilled, syncedAt: this.copy.syncedAt }
    if (wantsSnapshot(facts, this.#parts.pulse.wall())) await this.#fill()
    if (!this.#isClosed) this.#reconnect.start()
  }

  /** No reason to wait any longer, or to believe a connection that was not looked at for a while. */
  wake(): void {
    this.#reconnect.wake()
  }

  lost(): void {
    this.#reconnect.lost()
  }

  /** The page is put aside: lets go of the socket until `resume`. */
  rest(): void {
    this.#reconnect.rest()
  }

  resume(): void {
    if (this.#isStarted) this.#reconnect.start()
  }

  /** Hears the cursors that come in short, past awareness. */
  onCursors(heard: (cursors: readonly Cursor[]) => void): void {
    this.#hearCursors = heard
  }

  async close(): Promise<void> {
    this.#hangUp()
    await this.copy.close()
    this.doc.destroy()
  }

  /** Closes at once, and writes nothing more into the copy: it is about to be deleted. */
  drop(): void {
    this.#hangUp()
    this.copy.drop()
    this.doc.destroy()
  }

  #hangUp(): void {
    this.#isClosed = true
    this.#stopCopy()
    this.#reconnect.stop()
    this.#provider.destroy()
    this.#provider.awareness.destroy()
  }

  #connect(): void {
    if (!this.#parts.isStillMe()) {
      this.#stop(NOT_ME)
      return
    }
    this.#provider.params = paramsOf(this.copy.reach)
    this.#provider.connect()
  }

  #stop(code: number): void {
    this.#reconnect.stop()
    this.#events.stopped(code)
  }

  async #fill(): Promise<void> {
    const snapshot = await this.#parts.snapshot(this.#place)
    if (!snapshot || snapshot.updates.length === 0 || this.#isClosed) return
    const reach = fill(this.doc, this.copy, snapshot, this)
    if (reach) this.#reached(reach)
  }

  /** Everything up to there is in the document, unless some of it waits for what it builds on. */
  #reached(reach: Reach): void {
    const { pendingStructs, pendingDs } = this.doc.store
    if (!pendingStructs && !pendingDs) this.copy.reached(reach)
  }

  #listen(): void {
    const provider = this.#provider
    // bound after the provider's own listener: the mark leaves behind the update that it covers
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === provider || origin === this || this.copy.isOrigin(origin)) return
      this.#mark(this.marks.changed(this.#parts.pulse.now()))
      this.#changed()
    })
    this.#handle()
    provider.on('status', ({ status }: { status: string }) => {
      if (status === 'connected') this.#reconnect.opened()
    })
    provider.on('sync', (isSynced: boolean) => {
      if (isSynced) this.#events.synced()
    })
    // said before the provider would set a timer of its own, and also where it never got as far as `connected`
    provider.on('connection-close', (event: CloseEvent | null) => {
      provider.shouldConnect = false
      this.marks.disconnected()
      if (event && FINAL(event.code)) this.#stop(event.code)
      else this.#reconnect.closed(event?.code ?? null)
      this.#events.changed()
    })
  }

  #handle(): void {
    const handlers = this.#provider.messageHandlers
    const sync = handlers[MESSAGE.sync]
    handlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
      sync?.(encoder, decoder, ...rest)
      // a reply is our step 2; it is sent as soon as this returns, and its mark follows it
      if (encoding.length(encoder) > 1) queueMicrotask(() => this.#resent())
    }
    handlers[MESSAGE.saved] = (_encoder, decoder) => this.#saved(decoding.readVarUint(decoder))
    handlers[MESSAGE.refused] = (_encoder, decoder) => {
      decoding.readVarUint(decoder)
      this.#events.refused(decoding.readVarString(decoder))
    }
    handlers[MESSAGE.reached] = (_encoder, decoder) => {
      const answer = decodeDown(decoder.arr)
      if (answer?.type === 'reached') this.#reached(answer.reach)
    }
    handlers[MESSAGE.cursors] = (_encoder, decoder) => {
      const cursors = decodeCursors(decoder.arr)
      if (cursors) this.#hearCursors(cursors)
    }
    handlers[MESSAGE.auth] = () => {
      // "permission denied" is followed by 103 at the next mark, which says what of
    }
    for (const [type, handle] of handlers.entries()) {
      if (!handle) continue
      handlers[type] = (...message) => {
        this.#reconnect.heard()
        handle(...message)
      }
    }
  }

  #resent(): void {
    this.#mark(this.marks.resent())
    this.#changed()
  }

  #ask(): boolean {
    const mark = this.marks.asked()
    this.#mark(mark)
    return mark !== null
  }

  #mark(n: number | null): void {
    const { ws, wsconnected } = this.#provider
    if (n !== null && wsconnected && ws && ws.readyState === ws.OPEN) ws.send(new Uint8Array(encodeMark(n)))
  }

  #saved(n: number): void {
    if (!this.marks.saved(n)) return
    this.#note.arrived(this.#others)
    this.#changed()
    const now = this.#parts.pulse.now()
    if (this.marks.settled && this.#provider.synced && now - this.#notedAt > NOTE_EVERY_MS) {
      this.#notedAt = now
      this.copy.synced()
    }
    this.#events.saved()
  }

  #changed(): void {
    // a number without the words that it counts would be a promise
    if (this.copy.state !== 'none') this.#note.write(this.marks.unsaved)
    this.#events.changed()
  }
}

/** A page that is older than what boards hold is told to reload (4410); one that says how far it has come is sent what is new. */
function paramsOf(reach: Reach | null): Record<string, string> {
  const schema = String(SCHEMA_VERSION)
  return reach ? { schema, since: formatReach(reach) } : { schema }
}
