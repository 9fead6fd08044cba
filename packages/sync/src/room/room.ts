import {
  CLOSE,
  decodeUp,
  encodeDenied,
  encodeRefused,
  encodeSaved,
  encodeStep1,
  encodeUpdate,
  type UpFrame,
} from '@second-story/protocol'
import { unreachable } from '@second-story/std'
import type { Addition, Verdict } from '../gate/judge.ts'
import type { Claim } from '../gate/owners.ts'
import { decodeStateVector } from '../update/state-vector.ts'
import { Allowance } from './allowance.ts'
import { HEARTBEAT, writeEntries } from './awareness.ts'
import type { Kind } from './backlog.ts'
import { Connection } from './connection.ts'
import type { Effect } from './effects.ts'
import type { RoomEvent, Row, Stored } from './events.ts'
import { Folding } from './folding.ts'
import { type Landed, LayerState } from './layer-state.ts'
import { type RoomOptions, withDefaults } from './options.ts'
import { OtherNodes } from './other-nodes.ts'
import { type News, PresenceBook } from './presence.ts'
import type { ConnectionId, Session } from './session.ts'
import { Waiting } from './waiting.ts'

/** A connection that keeps sending what cannot be put in order is asked for its step 2 this often, then refused. */
const ASKED_AT_MOST = 3
/** Documents built to find out whether what a reader sent adds anything: so many at once for each account, one more a minute. */
const READER_LOOKS = 5
const READER_LOOK_EVERY_MS = 60_000
/** Others hear who is on this node at least this often, so that a lost word does not last. */
const PUBLISH_EVERY_MS = 4000
const READER = 'You can look at this board, but not change it.'

/**
 * One layer while people are on it: a state machine without socket, disk, clock or document. `handle` takes what happened
 * and returns what is to be done; the rules are in SPEC.md.
 *
 *   message ──judge──> taken ──tick──> appending ──appended──> stored, told, marks answered
 */
export class Room {
  readonly #options: Required<RoomOptions>
  readonly #connections = new Map<ConnectionId, Connection>()
  readonly #layer: LayerState
  readonly #presence = new PresenceBook()
  readonly #folding: Folding
  readonly #nodes = new OtherNodes()
  /** what came before the layer was loaded; null since then */
  #waiting: Waiting | null = new Waiting()
  readonly #readerLooks = new Map<string, Allowance>()
  #emptySince: number | null = null
  #effects: Effect[] = []

  constructor(options: RoomOptions) {
    this.#options = withDefaults(options)
    this.#layer = new LayerState(this.#options.roots)
    this.#folding = new Folding(this.#options)
  }

  /** Additions taken, and how many of them are on disk. */
  get accepted(): number {
    return this.#layer.accepted
  }

  get stored(): number {
    return this.#layer.stored
  }

  /** Number of the last row on disk that this room knows of: what a snapshot of `storedUpdates` reaches. */
  get head(): number {
    return this.#layer.head
  }

  /** True when something waits for a `tick`. */
  get hasWork(): boolean {
    return this.#layer.hasWork || this.#presence.hasNews
  }

  /** The layer on disk as updates, oldest first. */
  get storedUpdates(): Uint8Array[] {
    return this.#layer.storedUpdates
  }

  /** The same and what is on its way to disk; never to be shown to anybody. */
  get allUpdates(): Uint8Array[] {
    return this.#layer.allUpdates
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
        if (this.#layer.takeFromServer(event.update)) this.#wakeIfNeeded()
        break
      case 'tick':
        this.#tick(event.mayStore, now)
        break
      case 'appended':
        this.#appended(event.n, now)
        break
      case 'append-failed':
        this.#layer.appendFailed()
        break
      case 'compacted':
        this.#folding.done()
        this.#layer.compacted(event.snapshot, event.through)
        break
      case 'compact-failed':
        this.#folding.failed(this.#layer.size)
        break
      case 'missed-presence':
        this.#tellWhoIsHere(event.connection, now)
        break
      case 'beat':
        this.#beat(now)
        break
      case 'heard-row':
        this.#heardRow(event.row, event.owners, now)
        break
      case 'heard-head':
        this.#nodes.heard(event.head)
        this.#readIfBehind()
        break
      case 'caught-up':
        this.#caughtUp(event.stored, now)
        break
      case 'read-failed':
        this.#nodes.readEnded()
        break
      case 'heard-presence':
        if (!this.#presence.hearNode(event.node, event.bytes, event.whole, now))
          this.#effects.push({ type: 'report', what: 'refused', reason: 'malformed presence of a node' })
        this.#wakeIfNeeded()
        break
      case 'asked-presence':
        this.#publishEverybody(now)
        break
      default:
        unreachable(event)
    }
    return this.#effects
  }

  // Connections; nobody hears anything before the layer is here (rule 1)

  #load(stored: Stored, now: number): void {
    for (const reason of this.#layer.load(stored))
      this.#effects.push({ type: 'report', what: 'quarantined', reason })
    const waiting = this.#waiting?.messages ?? []
    this.#waiting = null
    for (const connection of this.#connections.values()) this.#greet(connection, now)
    for (const { connection, bytes } of waiting) this.#message(connection, bytes, now)
    this.#emptySince = this.#connections.size > 0 ? null : now
    this.#readIfBehind()
  }

  #open(id: ConnectionId, session: Session, now: number): void {
    const connection = new Connection(id, session, now)
    this.#connections.set(id, connection)
    this.#emptySince = null
    this.#folding.wake()
    if (this.#waiting === null) this.#greet(connection, now)
  }

  #greet(connection: Connection, now: number): void {
    this.#askForStep2(connection, now)
    this.#tellWhoIsHere(connection.id, now)
  }

  #tellWhoIsHere(id: ConnectionId, now: number): void {
    const connection = this.#connections.get(id)
    if (connection !== undefined && this.#options.presence)
      this.#send([connection], this.#presence.everybody(), 'presence', now)
  }

  #askForStep2(connection: Connection, now: number): void {
    connection.owesStep2 = true
    this.#send([connection], encodeStep1(this.#layer.vector), 'edits', now)
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

  #refuse(connection: Connection, reason: string, now: number): void {
    this.#effects.push({ type: 'report', what: 'refused', reason, account: connection.session.account })
    this.#close(connection, CLOSE.refused.code, reason, now)
  }

  #close(connection: Connection, code: number, reason: string, now: number): void {
    this.#effects.push({ type: 'close', connection: connection.id, code, reason })
    this.#forget(connection.id, now)
  }

  // Messages

  #message(id: ConnectionId, bytes: Uint8Array, now: number): void {
    const connection = this.#connections.get(id)
    if (connection === undefined) return
    if (this.#waiting !== null) {
      if (!this.#waiting.add(id, bytes)) this.#refuse(connection, 'too much at once', now)
      return
    }
    const frame = decodeUp(bytes)
    if (frame.type === 'bad') this.#refuse(connection, frame.reason, now)
    else this.#frame(connection, frame, now)
  }

  #frame(connection: Connection, frame: UpFrame, now: number): void {
    switch (frame.type) {
      case 'step1':
        if (connection.step1s.take(now)) this.#answer(connection, frame.vector, now)
        else this.#close(connection, CLOSE.tooFast.code, CLOSE.tooFast.id, now)
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
        this.#tellWhoIsHere(connection.id, now)
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
      this.#refuse(connection, 'malformed state vector', now)
      return
    }
    for (const update of this.#layer.updatesFor(vector))
      this.#send([connection], encodeUpdate(update), 'opening', now)
    this.#send([connection], this.#layer.step2, 'opening', now)
  }

  #take(connection: Connection, bytes: Uint8Array, isStep2: boolean, now: number): void {
    const verdict = this.#layer.judge(bytes, connection.session.account)
    if (isStep2) connection.owesStep2 = false
    const isClosed = !this.#takeJudged(connection, verdict, isStep2, now)
    if (isClosed || !isStep2) return
    connection.caughtUp(this.accepted)
    this.#answerMarks(connection, now)
  }

  /** False when the connection was closed. */
  #takeJudged(connection: Connection, verdict: Verdict, isStep2: boolean, now: number): boolean {
    if (verdict.type === 'nothing') return true
    if (verdict.type === 'refused') this.#refuse(connection, verdict.reason, now)
    else if (!connection.session.mayWrite) this.#takeFromReader(connection, verdict, now)
    else if (verdict.type === 'foreign') this.#refuse(connection, verdict.reason, now)
    else if (verdict.type === 'early') this.#leaveOut(connection, verdict.reason, isStep2, now)
    else {
      this.#layer.take(verdict.addition, connection.session.account)
      this.#wakeIfNeeded()
    }
    return this.#connections.has(connection.id)
  }

  /** Rule 7: a reader's message is dropped unless it adds nothing. */
  #takeFromReader(connection: Connection, verdict: Verdict, now: number): void {
    if (connection.refusal !== null) return
    const mayFollow = verdict.type === 'addition' && verdict.addition.sections.length === 0
    if (mayFollow && this.#looksAt(connection, verdict.addition, now)) return
    connection.refusal = 'reader'
    this.#send([connection], encodeDenied(READER), 'edits', now)
  }

  /** Does it add nothing? A reader who asks for ever more documents is taken at the worst. */
  #looksAt({ session }: Connection, addition: Addition, now: number): boolean {
    const looks = this.#readerLooks.get(session.account) ?? new Allowance(READER_LOOKS, READER_LOOK_EVERY_MS)
    this.#readerLooks.set(session.account, looks)
    return looks.take(now) && this.#layer.followsFromStored(addition)
  }

  /**
   * A client sends its letters as they are typed, even before its step 2 has brought what they build on. Such an update is left
   * out: the step 2, which the client writes after it, holds it too. A step 2 that is early itself is refused.
   */
  #leaveOut(connection: Connection, reason: string, isStep2: boolean, now: number): void {
    if (isStep2 || connection.asked >= ASKED_AT_MOST) {
      this.#refuse(connection, reason, now)
      return
    }
    connection.leftOut = true
    if (connection.owesStep2) return
    connection.asked++
    this.#askForStep2(connection, now)
  }

  /** Rule 6. */
  #hear(connection: Connection, entries: Uint8Array, now: number): void {
    const { id, session } = connection
    const mayUse = (client: number): boolean => this.#layer.claim(client, session.account)
    if (this.#presence.hear(id, session, entries, mayUse, now)) this.#wakeIfNeeded()
    else this.#refuse(connection, 'malformed presence', now)
  }

  #wakeIfNeeded(): void {
    if (this.hasWork) this.#effects.push({ type: 'wake' })
  }

  // The tick (rules 4 and 5)

  #tick(mayStore: boolean, now: number): void {
    const append = mayStore ? this.#layer.beginAppend() : null
    if (append !== null) this.#effects.push({ type: 'append', ...append })
    const news = this.#presence.takeNews()
    if (news !== null && this.#options.presence) this.#tellNews(news, now)
  }

  /** Who is here: cursors in short to our own clients where there are many (rule 5), else as awareness. */
  #tellNews(news: News, now: number): void {
    const everybody = [...this.#connections.values()]
    const takeShort = news.short === null ? [] : everybody.filter((connection) => connection.isOurs)
    const rest = news.short === null ? everybody : everybody.filter((connection) => !connection.isOurs)
    for (const bytes of news.short ?? []) this.#send(takeShort, bytes, 'presence', now)
    if (rest.length > 0) this.#send(rest, news.all(), 'presence', now)
    if (!this.#options.nodes) return
    const here = news.here()
    if (here.length > 0)
      this.#effects.push({ type: 'publish-presence', bytes: writeEntries(here), whole: false })
  }

  #appended(n: number | null, now: number): void {
    if (n !== null && this.#layer.isGapBefore(n)) {
      // rows of other nodes come first (rule 11): it is taken over with them
      this.#nodes.awaited = n
      this.#nodes.heard(n)
      this.#readIfBehind()
    } else this.#settle(n, now)
  }

  /** The append under way is on disk, and all before it is known. */
  #settle(n: number | null, now: number): void {
    const appending = this.#layer.appending
    const isTold = n !== null && n <= this.head
    const landed = this.#layer.appended(n)
    if ('problem' in landed) {
      this.#giveUp(landed.problem, now)
      return
    }
    if (landed.update !== null) this.#sendAll(encodeUpdate(landed.update), now)
    if (appending !== null && appending.bytes !== null && n !== null && !isTold)
      this.#landed({ n, bytes: appending.bytes }, appending.owners, true)
    this.#answerAll(now)
  }

  #answerAll(now: number): void {
    for (const connection of this.#connections.values()) this.#answerMarks(connection, now)
    this.#wakeIfNeeded()
    if (!this.#layer.isDamaged && this.#folding.beginIfLong(this.#layer.size))
      this.#effects.push({ type: 'compact' })
  }

  #landed(row: Row, owners: readonly Claim[], ours: boolean): void {
    this.#effects.push({ type: 'landed', row, owners, ours })
  }

  /** What people here sent was stored and cannot stand beside what another node stored before: they begin anew. */
  #giveUp(problem: string, now: number): void {
    this.#effects.push({ type: 'report', what: 'quarantined', reason: problem })
    for (const connection of [...this.#connections.values()])
      this.#close(connection, CLOSE.draining.code, CLOSE.draining.id, now)
  }

  // Other nodes (rule 11)

  #heardRow(row: Row, owners: readonly Claim[], now: number): void {
    this.#nodes.heard(row.n)
    if (this.#waiting !== null) return
    const landed = this.#layer.heard(row, owners)
    if (landed !== null) this.#tellLanded(row, owners, landed, now)
    this.#afterLog(now)
  }

  #caughtUp(stored: Stored, now: number): void {
    this.#nodes.readEnded()
    const { rows, problems } = this.#layer.caughtUp(stored)
    for (const reason of problems) this.#effects.push({ type: 'report', what: 'quarantined', reason })
    for (const { row, update } of rows) this.#tellLanded(row, [], { update }, now)
    this.#afterLog(now)
  }

  #tellLanded(row: Row, owners: readonly Claim[], landed: Landed, now: number): void {
    if ('problem' in landed) {
      this.#effects.push({ type: 'report', what: 'quarantined', reason: landed.problem })
      return
    }
    if (landed.update !== null) this.#sendAll(encodeUpdate(landed.update), now)
    this.#landed(row, owners, row.n === this.#nodes.awaited)
  }

  /** The log was followed some way: is our own append among it, is there more? */
  #afterLog(now: number): void {
    const { awaited } = this.#nodes
    if (awaited !== null && awaited <= this.head) {
      this.#nodes.awaited = null
      this.#settle(awaited, now)
    } else this.#answerAll(now)
    this.#readIfBehind()
  }

  #readIfBehind(): void {
    if (this.#waiting !== null || !this.#nodes.beginRead(this.head)) return
    this.#effects.push({ type: 'read', after: this.head })
  }

  #publishEverybody(now: number): void {
    if (!this.#options.presence || !this.#options.nodes) return
    this.#nodes.publishedAt = now
    this.#effects.push({ type: 'publish-presence', bytes: this.#presence.everybodyHere(), whole: true })
  }

  /** Rule 4: saved means integrated and on disk; a connection that never marked never has a mark to answer. */
  #answerMarks(connection: Connection, now: number): void {
    for (const { n, refusal } of connection.answers(this.stored)) {
      this.#send([connection], refusal === null ? encodeSaved(n) : encodeRefused(n, refusal), 'edits', now)
    }
  }

  // The beat (rules 6 and 9)

  #beat(now: number): void {
    this.#presence.expire(now)
    this.#wakeIfNeeded()
    for (const connection of this.#connections.values()) {
      if (now - connection.lastToldAt >= this.#options.heartbeatMs)
        this.#send([connection], HEARTBEAT, 'presence', now)
    }
    this.#readIfBehind()
    if (this.#presence.hasAnybodyHere && now - this.#nodes.publishedAt >= PUBLISH_EVERY_MS)
      this.#publishEverybody(now)
    if (this.#isAtRest(now)) this.#rest()
  }

  #isAtRest(now: number): boolean {
    if (this.#emptySince === null || now - this.#emptySince < this.#options.lingerMs) return false
    return (
      this.#waiting === null &&
      this.#connections.size === 0 &&
      this.#layer.isSettled &&
      !this.#folding.isUnderWay &&
      !this.#nodes.isReading
    )
  }

  #rest(): void {
    const folds = !this.#layer.isDamaged && this.#folding.beginBeforeRest(this.#layer.size)
    this.#effects.push({ type: folds ? 'compact' : 'unload' })
  }

  // Telling

  #send(to: readonly Connection[], bytes: Uint8Array, kind: Kind, now: number): void {
    if (to.length === 0) return
    for (const connection of to) connection.lastToldAt = now
    this.#effects.push({ type: 'send', to: to.map((connection) => connection.id), bytes, kind })
  }

  #sendAll(bytes: Uint8Array, now: number): void {
    this.#send([...this.#connections.values()], bytes, 'edits', now)
  }
}
