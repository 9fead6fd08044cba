import {
  CLOSE,
  decodeUp,
  encodeDenied,
  encodeRefused,
  encodeSaved,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  LIMITS,
  ROOT_NAMES,
  type UpFrame,
} from '@second-story/protocol'
import { unreachable } from '@second-story/std'
import { deletionsAddNothing } from '../document/deletions.ts'
import { type Addition, judge, type Verdict, wholeOf } from '../gate/judge.ts'
import { Knowledge } from '../gate/knowledge.ts'
import { Owners, SERVER } from '../gate/owners.ts'
import { DeleteSet } from '../update/delete-set.ts'
import { readUpdate } from '../update/read.ts'
import { decodeStateVector, encodeStateVector } from '../update/state-vector.ts'
import { writeUpdate } from '../update/write.ts'
import { HEARTBEAT } from './awareness.ts'
import { Connection } from './connection.ts'
import type { Effect } from './effects.ts'
import type { RoomEvent, Row, Stored } from './events.ts'
import { Outbox } from './outbox.ts'
import { PresenceBook } from './presence.ts'
import type { ConnectionId, Session } from './session.ts'
import { StoredLayer } from './stored-layer.ts'

/** How a room behaves; times in ms. */
export interface RoomOptions {
  /** presence lives on `common` alone */
  readonly presence: boolean
  readonly roots?: readonly string[]
  /** a client hears something at least this often; y-websocket gives up after 30 s of silence */
  readonly heartbeatMs?: number
  /** how long a room without connections is kept */
  readonly lingerMs?: number
  /** the log is folded when it has more rows than this and one for each half KB of the snapshot (folding costs its size) … */
  readonly compactRows?: number
  /** … or more bytes than both this and the snapshot */
  readonly compactBytes?: number
  /** before a room rests, its log is folded when it has more rows than this */
  readonly restRows?: number
}

/** A connection that keeps sending what cannot be put in order is asked for its step 2 this often, then refused. */
const ASKED_AT_MOST = 3
const READER = 'You can look at this board, but not change it.'

/**
 * One layer while people are on it: a state machine without socket, disk, clock or document. `handle` takes what happened
 * and returns what is to be done; the rules are in SPEC.md.
 *
 *   message ──judge──> taken ──tick──> appending ──appended──> stored, told, marks answered
 */
export class Room {
  readonly #options: Required<RoomOptions>
  readonly #roots: ReadonlySet<string>
  readonly #connections = new Map<ConnectionId, Connection>()
  readonly #known = new Knowledge()
  readonly #owners = new Owners()
  readonly #outbox = new Outbox()
  readonly #layer = new StoredLayer()
  readonly #presence = new PresenceBook()
  /** what came before the layer was loaded; null since then */
  #waiting: { connection: ConnectionId; bytes: Uint8Array }[] | null = []
  #step2: Uint8Array | null = null
  #head = 0
  #emptySince: number | null = null
  #compacting = false
  #damaged = false
  #foldedAtRest = false
  /** after a failure folding is left alone until the log is this long */
  #foldFromRows = 0
  #effects: Effect[] = []

  constructor(options: RoomOptions) {
    this.#options = {
      roots: ROOT_NAMES,
      heartbeatMs: 20_000,
      lingerMs: 15_000,
      compactRows: 1000,
      compactBytes: 256 * 1024,
      restRows: 50,
      ...options,
    }
    this.#roots = new Set(this.#options.roots)
  }

  get isLoaded(): boolean {
    return this.#waiting === null
  }

  /** Additions taken, and how many of them are on disk. */
  get accepted(): number {
    return this.#outbox.accepted
  }

  get stored(): number {
    return this.#outbox.stored
  }

  /** Number of the last row on disk that this room knows of: what a snapshot of `storedUpdates` reaches. */
  get head(): number {
    return this.#head
  }

  /** True when something waits for a `tick`. */
  get hasWork(): boolean {
    return this.#outbox.hasWork || this.#presence.hasNews
  }

  get hasConnections(): boolean {
    return this.#connections.size > 0
  }

  /** True when the layer has anything on disk. */
  get isStored(): boolean {
    return this.#layer.parts.length > 0
  }

  /** The layer on disk as updates, oldest first. */
  get storedUpdates(): Uint8Array[] {
    return this.#layer.parts
  }

  /** The same and what is on its way to disk; never to be shown to anybody. */
  get allUpdates(): Uint8Array[] {
    return [...this.#layer.parts, ...this.#outbox.pendingUpdates]
  }

  handle(event: RoomEvent, now: number): Effect[] {
    this.#effects = []
    switch (event.type) {
      case 'loaded':
        this.#load(event.stored, now)
        break
      case 'opened':
        this.#open(event.connection, event.session, now)
        break
      case 'message':
        this.#message(event.connection, event.bytes, now)
        break
      case 'closed':
        this.#forget(event.connection, now)
        break
      case 'access':
        this.#access(event.connection, event.session)
        break
      case 'write':
        this.#write(event.update)
        break
      case 'tick':
        this.#tick(event.mayStore, now)
        break
      case 'appended':
        this.#appended(event.n, now)
        break
      case 'append-failed':
        this.#outbox.fail()
        break
      case 'compacted':
        this.#compacted(event.snapshot, event.through)
        break
      case 'compact-failed':
        this.#compacting = false
        this.#foldFromRows = this.#layer.rowCount + this.#options.restRows
        break
      case 'beat':
        this.#beat(now)
        break
      default:
        unreachable(event)
    }
    return this.#effects
  }

  // Loading (rule 1): nobody hears anything before the layer is here.

  #load(stored: Stored, now: number): void {
    this.#owners.load(stored.owners)
    if (stored.snapshot !== null) this.#learnSnapshot(stored.snapshot)
    for (const row of stored.rows) this.#learnRow(row)
    this.#head = stored.head
    const waiting = this.#waiting ?? []
    this.#waiting = null
    for (const connection of this.#connections.values()) this.#greet(connection, now)
    for (const { connection, bytes } of waiting) this.#message(connection, bytes, now)
    this.#emptySince = this.hasConnections ? null : now
  }

  #learnSnapshot(bytes: Uint8Array): void {
    const update = readUpdate(bytes)
    if ('malformed' in update) {
      this.#quarantine(`snapshot: ${update.malformed}`)
      return
    }
    this.#layer.setSnapshot(bytes, update)
    this.#known.learnStored(update)
  }

  /** A row that does not fit is left alone: not served, and not folded away either. */
  #learnRow(row: Row): void {
    const update = readUpdate(row.bytes)
    if ('malformed' in update) {
      this.#quarantine(update.malformed)
      return
    }
    for (const { client, structs } of update.sections) {
      if ((structs[0]?.clock ?? 0) > this.#known.next(client)) {
        this.#quarantine('gap')
        return
      }
    }
    this.#layer.addRow(row, update)
    this.#known.learnStored(update)
  }

  #quarantine(reason: string): void {
    this.#damaged = true
    this.#effects.push({ type: 'report', what: 'quarantined', reason })
  }

  // Connections

  #open(id: ConnectionId, session: Session, now: number): void {
    const connection = new Connection(id, session, now)
    this.#connections.set(id, connection)
    this.#emptySince = null
    this.#foldedAtRest = false
    if (this.isLoaded) this.#greet(connection, now)
  }

  #greet(connection: Connection, now: number): void {
    this.#askForStep2(connection, now)
    if (this.#options.presence) this.#send([connection], this.#presence.everybody(), now)
  }

  #askForStep2(connection: Connection, now: number): void {
    connection.owesStep2 = true
    this.#send([connection], encodeStep1(encodeStateVector(this.#known.vector)), now)
  }

  #forget(id: ConnectionId, now: number): void {
    if (!this.#connections.delete(id)) return
    this.#presence.leave(id)
    this.#wakeIfNeeded()
    if (this.#connections.size === 0) this.#emptySince = now
  }

  #access(id: ConnectionId, session: Session): void {
    const connection = this.#connections.get(id)
    if (connection === undefined) return
    connection.session = session
    this.#presence.update(id, session)
    this.#wakeIfNeeded()
  }

  #close(connection: Connection, reason: string, now: number): void {
    this.#effects.push({ type: 'report', what: 'refused', reason, account: connection.session.account })
    this.#effects.push({ type: 'close', connection: connection.id, code: CLOSE.refused.code, reason })
    this.#forget(connection.id, now)
  }

  // Messages

  #message(id: ConnectionId, bytes: Uint8Array, now: number): void {
    const connection = this.#connections.get(id)
    if (connection === undefined) return
    if (this.#waiting !== null) {
      this.#wait(connection, bytes, now)
      return
    }
    const frame = decodeUp(bytes)
    if (frame.type === 'bad') this.#close(connection, frame.reason, now)
    else this.#frame(connection, frame, now)
  }

  #wait(connection: Connection, bytes: Uint8Array, now: number): void {
    const waiting = this.#waiting ?? []
    const mine = waiting.filter((entry) => entry.connection === connection.id)
    const size = mine.reduce((sum, entry) => sum + entry.bytes.length, bytes.length)
    if (mine.length >= LIMITS.waitingMessages || size > LIMITS.waitingBytes)
      this.#close(connection, 'too much at once', now)
    else waiting.push({ connection: connection.id, bytes })
  }

  #frame(connection: Connection, frame: UpFrame, now: number): void {
    switch (frame.type) {
      case 'step1':
        this.#answer(connection, frame.vector, now)
        return
      case 'step2':
        this.#take(connection, frame.update, true, now)
        return
      case 'update':
        this.#take(connection, frame.update, false, now)
        return
      case 'awareness':
        this.#hear(connection, frame.entries, now)
        return
      case 'query-awareness':
        if (this.#options.presence) this.#send([connection], this.#presence.everybody(), now)
        return
      case 'mark':
        connection.mark(frame.n, this.accepted)
        this.#answerMarks(connection, now)
        return
      default:
        unreachable(frame)
    }
  }

  /** Rule 1: bulk as update messages, the step 2 last, with every deletion there is. */
  #answer(connection: Connection, bytes: Uint8Array, now: number): void {
    const vector = decodeStateVector(bytes)
    if (vector === null) {
      this.#close(connection, 'malformed state vector', now)
      return
    }
    for (const update of this.#layer.updatesFor(vector)) this.#send([connection], encodeUpdate(update), now)
    this.#step2 ??= encodeStep2(writeUpdate([], this.#known.storedDeletes))
    this.#send([connection], this.#step2, now)
  }

  #take(connection: Connection, bytes: Uint8Array, isStep2: boolean, now: number): void {
    const account = connection.session.account
    const verdict = judge(bytes, this.#known, {
      roots: this.#roots,
      mayUse: (client) => this.#owners.mayUse(client, account),
    })
    if (isStep2) connection.owesStep2 = false
    if (verdict.type === 'refused') this.#close(connection, verdict.reason, now)
    else if (!connection.session.mayWrite) this.#takeFromReader(connection, verdict, now)
    else if (verdict.type === 'foreign') this.#close(connection, verdict.reason, now)
    else if (verdict.type === 'early') this.#leaveOut(connection, verdict.reason, isStep2, now)
    else {
      if (verdict.type === 'addition') this.#accept(verdict.addition, account)
      if (isStep2) this.#caughtUp(connection, now)
    }
  }

  #caughtUp(connection: Connection, now: number): void {
    connection.caughtUp(this.accepted)
    this.#answerMarks(connection, now)
  }

  /** Rule 7: a reader's message is dropped unless it adds nothing. */
  #takeFromReader(connection: Connection, verdict: Verdict, now: number): void {
    if (verdict.type === 'nothing' || connection.refusal !== null) return
    if (verdict.type === 'addition' && this.#isKnown(verdict.addition)) return
    connection.refusal = 'reader'
    this.#send([connection], encodeDenied(READER), now)
  }

  /** Deletions that follow from others (an overwritten key, what lay in a deleted type) are known to a document alone. */
  #isKnown(addition: Addition): boolean {
    if (addition.sections.length > 0) return false
    if (!deletionsAddNothing(this.storedUpdates, writeUpdate([], addition.deleted))) return false
    this.#known.learnStoredDeletes(addition.deleted)
    this.#step2 = null
    return true
  }

  /**
   * A client sends its letters as they are typed, even before its step 2 has brought what they build on. Such an update is left
   * out: the step 2, which the client writes after it, holds it too. A step 2 that is early itself is refused.
   */
  #leaveOut(connection: Connection, reason: string, isStep2: boolean, now: number): void {
    if (isStep2 || connection.asked >= ASKED_AT_MOST) {
      this.#close(connection, reason, now)
      return
    }
    connection.leftOut = true
    if (connection.owesStep2) return
    connection.asked++
    this.#askForStep2(connection, now)
  }

  #accept(addition: Addition, account: string): void {
    for (const { client } of addition.sections) this.#claim(client, account)
    this.#known.learn(addition.sections, addition.deleted)
    this.#outbox.take(addition)
    this.#effects.push({ type: 'wake' })
  }

  #claim(client: number, account: string): void {
    if (this.#owners.claim(client, account)) this.#outbox.claim([client, account])
  }

  #write(bytes: Uint8Array): void {
    const update = readUpdate(bytes)
    if ('malformed' in update) throw new Error(`the server wrote a malformed update: ${update.malformed}`)
    if (update.sections.length === 0 && update.deletes.length === 0) return
    this.#accept(wholeOf(update), SERVER)
  }

  // Presence (rule 6)

  #hear(connection: Connection, entries: Uint8Array, now: number): void {
    const { account } = connection.session
    const mayUse = (client: number): boolean => {
      if (!this.#owners.mayUse(client, account)) return false
      this.#claim(client, account)
      return true
    }
    const wellFormed = this.#presence.hear(connection.id, connection.session, entries, mayUse, now)
    if (!wellFormed) this.#close(connection, 'malformed presence', now)
    else this.#wakeIfNeeded()
  }

  #wakeIfNeeded(): void {
    if (this.hasWork) this.#effects.push({ type: 'wake' })
  }

  // The tick (rules 4 and 5)

  #tick(mayStore: boolean, now: number): void {
    const append = mayStore ? this.#outbox.begin() : null
    if (append !== null) this.#effects.push({ type: 'append', ...append })
    const news = this.#presence.takeNews()
    if (news !== null && this.#options.presence) this.#sendAll(news, now)
  }

  #appended(n: number | null, now: number): void {
    const settled = this.#outbox.settle()
    if (settled === null) return
    if (settled.bytes !== null && n !== null) {
      this.#head = n
      const update = readUpdate(settled.bytes)
      if (!('malformed' in update)) this.#layer.addRow({ n, bytes: settled.bytes }, update)
      const pending = new DeleteSet()
      pending.merge(this.#outbox.pendingDeletes)
      this.#known.settle(settled.batch.deleted, pending)
      this.#step2 = null
      this.#sendAll(encodeUpdate(settled.bytes), now)
    }
    for (const connection of this.#connections.values()) this.#answerMarks(connection, now)
    this.#wakeIfNeeded()
    this.#compactIfLong()
  }

  /** Rule 4: saved means integrated and on disk; a connection that never marked never has a mark to answer. */
  #answerMarks(connection: Connection, now: number): void {
    const n = connection.answerable(this.stored)
    if (n === null) return
    if (connection.refusal === null) {
      this.#send([connection], encodeSaved(n), now)
    } else {
      this.#send([connection], encodeRefused(n, connection.refusal), now)
      connection.refusal = null
    }
  }

  // Compaction and rest (rules 9 and 10)

  #compactIfLong(): void {
    const { compactRows, compactBytes } = this.#options
    const { rowCount, rowBytes, snapshotBytes } = this.#layer
    if (rowCount < this.#foldFromRows) return
    if (rowCount > compactRows + snapshotBytes / 512 || rowBytes > Math.max(compactBytes, snapshotBytes))
      this.#compact()
  }

  #compact(): void {
    if (this.#compacting || this.#damaged) return
    this.#compacting = true
    this.#effects.push({ type: 'compact' })
  }

  #compacted(snapshot: Uint8Array, through: number): void {
    this.#compacting = false
    this.#foldFromRows = 0
    const update = readUpdate(snapshot)
    if ('malformed' in update) throw new Error(`compaction made a malformed snapshot: ${update.malformed}`)
    this.#layer.setSnapshot(snapshot, update)
    this.#layer.dropRows(through)
    this.#known.learnStored(update)
    this.#step2 = null
  }

  #beat(now: number): void {
    this.#presence.expire(now)
    this.#wakeIfNeeded()
    for (const connection of this.#connections.values()) {
      if (now - connection.lastToldAt >= this.#options.heartbeatMs) this.#send([connection], HEARTBEAT, now)
    }
    if (this.#emptySince === null || now - this.#emptySince < this.#options.lingerMs) return
    if (this.isLoaded && !this.hasConnections && this.#outbox.isEmpty && !this.#compacting) this.#rest()
  }

  /** Rule 9: everything is on disk. A long tail is folded first, once: if that fails the rows are as good. */
  #rest(): void {
    if (this.#layer.rowCount > this.#options.restRows && !this.#foldedAtRest) {
      this.#foldedAtRest = true
      this.#compact()
      if (this.#compacting) return
    }
    this.#effects.push({ type: 'unload' })
  }

  // Telling

  #send(to: readonly Connection[], bytes: Uint8Array, now: number): void {
    for (const connection of to) connection.lastToldAt = now
    this.#effects.push({ type: 'send', to: to.map((connection) => connection.id), bytes })
  }

  #sendAll(bytes: Uint8Array, now: number): void {
    if (this.#connections.size > 0) this.#send([...this.#connections.values()], bytes, now)
  }
}
