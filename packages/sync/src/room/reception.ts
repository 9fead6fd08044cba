import { CLOSE, decodeUp, encodeDenied, encodeStep1, encodeStep2, type UpFrame } from '@second-story/protocol'
import { unreachable } from '@second-story/std'
import type { Addition, Verdict } from '../gate/judge.ts'
import { decodeStateVector } from '../update/state-vector.ts'
import { Allowance } from './allowance.ts'
import type { Audience } from './audience.ts'
import type { Connection } from './connection.ts'
import type { LayerState } from './layer-state.ts'
import type { RoomOptions } from './options.ts'
import type { PresenceBook } from './presence.ts'
import type { Reaching } from './reaching.ts'

/** A connection that keeps sending what cannot be put in order is asked for its step 2 this often, then refused. */
const ASKED_AT_MOST = 3
/** Documents built to find out whether what a reader sent adds anything: so many at once for each account, one more a minute. */
const READER_LOOKS = 5
const READER_LOOK_EVERY_MS = 60_000
/** Who brings what a node has not read yet from another node comes back when it has: so often at once for each account. */
const RETURNS = 5
const RETURN_EVERY_MS = 60_000
/** neither structs nor deletions */
const NOTHING = encodeStep2(new Uint8Array([0, 0]))
const READER = 'You can look at this board, but not change it.'

type Foreign = Extract<Verdict, { type: 'foreign' }>

/** Deals with what clients send, once the layer is here: answered, judged, taken, left out or refused (rules 1, 2, 3, 6, 7). */
export class Reception {
  readonly #layer: LayerState
  readonly #presence: PresenceBook
  readonly #audience: Audience
  readonly #reaching: Reaching
  readonly #hasPresence: boolean
  readonly #hasNodes: boolean
  readonly #readerLooks = new Map<string, Allowance>()
  readonly #returns = new Map<string, Allowance>()

  constructor(
    layer: LayerState,
    presence: PresenceBook,
    audience: Audience,
    reaching: Reaching,
    { presence: hasPresence, nodes: hasNodes }: Required<RoomOptions>,
  ) {
    this.#layer = layer
    this.#presence = presence
    this.#audience = audience
    this.#reaching = reaching
    this.#hasPresence = hasPresence
    this.#hasNodes = hasNodes
  }

  /** The first that a connection hears. */
  greet(connection: Connection, now: number): void {
    this.#askForStep2(connection, now)
    this.tellWhoIsHere(connection, false, now)
  }

  /** `hasMissed`: it may not have heard who has left. */
  tellWhoIsHere(connection: Connection, hasMissed: boolean, now: number): void {
    if (this.#hasPresence)
      this.#audience.send([connection], this.#presence.everybody(hasMissed), 'presence', now)
  }

  #askForStep2(connection: Connection, now: number): void {
    connection.owesStep2 = true
    this.#audience.send([connection], encodeStep1(this.#layer.vector), 'edits', now)
  }

  /** False, and nothing done, when the gate must learn more before this can be judged. */
  message(connection: Connection, bytes: Uint8Array, now: number): boolean {
    const frame = decodeUp(bytes)
    if (frame.type === 'step2' || frame.type === 'update')
      return this.#take(connection, frame.update, frame.type === 'step2', now)
    if (frame.type === 'bad') this.#audience.refuse(connection, frame.reason, now)
    else this.#frame(connection, frame, now)
    return true
  }

  #frame(connection: Connection, frame: Exclude<UpFrame, { type: 'step2' | 'update' }>, now: number): void {
    switch (frame.type) {
      case 'step1':
        if (connection.step1s.take(now)) this.#answer(connection, frame.vector, now)
        else this.#audience.close(connection, CLOSE.tooFast.code, CLOSE.tooFast.id, now)
        return
      case 'awareness':
        this.#hear(connection, frame.entries, now)
        return
      case 'query-awareness':
        this.tellWhoIsHere(connection, false, now)
        return
      case 'mark':
        connection.mark(frame.n, this.#layer.accepted)
        this.#audience.answerMarks(connection, now)
        // only from its first mark on it is known to be ours
        if (connection.reached === null) this.#reaching.tell([connection], now)
        return
      default:
        unreachable(frame)
    }
  }

  /** Rule 1: bulk as update messages, the step 2 last, with every deletion there is that it may not have been told. */
  #answer(connection: Connection, bytes: Uint8Array, now: number): void {
    const vector = decodeStateVector(bytes)
    if (vector === null) {
      this.#audience.refuse(connection, 'malformed state vector', now)
      return
    }
    const since = this.#reaching.since(connection)
    for (const message of this.#layer.messagesFor(vector, since))
      this.#audience.send([connection], message, 'opening', now)
    this.#audience.send([connection], since === null ? this.#layer.step2 : NOTHING, 'opening', now)
    connection.isAnswered = true
    this.#reaching.tell([connection], now)
  }

  #take(connection: Connection, bytes: Uint8Array, isStep2: boolean, now: number): boolean {
    const verdict = this.#layer.judge(bytes, connection.session.account)
    if (verdict === null) return false
    if (isStep2) connection.owesStep2 = connection.isOpening = false
    const isClosed = !this.#takeJudged(connection, verdict, isStep2, now)
    if (isClosed || !isStep2) return true
    connection.caughtUp(this.#layer.accepted)
    this.#audience.answerMarks(connection, now)
    return true
  }

  /** False when the connection was closed. */
  #takeJudged(connection: Connection, verdict: Verdict, isStep2: boolean, now: number): boolean {
    if (verdict.type === 'nothing') return true
    if (verdict.type === 'refused') this.#audience.refuse(connection, verdict.reason, now)
    else if (!connection.session.mayWrite) this.#takeFromReader(connection, verdict, now)
    else if (verdict.type === 'foreign') this.#refuseForeign(connection, verdict, now)
    else if (verdict.type === 'early') this.#leaveOut(connection, verdict.reason, isStep2, now)
    else {
      this.#layer.take(verdict.addition, connection.session.account)
      this.#audience.wakeIfNeeded()
    }
    return this.#audience.get(connection.id) === connection
  }

  /**
   * Rule 3. Whose a client is, and what it wrote, the log says. While it may say otherwise, because a claim is not stored yet or
   * because another node has stored what this one has not read, the connection is to come back.
   */
  #refuseForeign(connection: Connection, { client, reason }: Foreign, now: number): void {
    const { account } = connection.session
    const returns = this.#returns.get(account) ?? new Allowance(RETURNS, RETURN_EVERY_MS)
    this.#returns.set(account, returns)
    if (this.#layer.isClaiming(client) || (this.#hasNodes && returns.take(now)))
      this.#audience.close(connection, CLOSE.draining.code, CLOSE.draining.id, now)
    else this.#audience.refuse(connection, reason, now)
  }

  /** Rule 7: a reader's message is dropped unless it adds nothing. */
  #takeFromReader(connection: Connection, verdict: Verdict, now: number): void {
    if (connection.refusal !== null) return
    const mayFollow = verdict.type === 'addition' && verdict.addition.sections.length === 0
    if (mayFollow && this.#looksAt(connection, verdict.addition, now)) return
    connection.refusal = 'reader'
    this.#audience.send([connection], encodeDenied(READER), 'edits', now)
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
      this.#audience.refuse(connection, reason, now)
      return
    }
    connection.leftOut = true
    if (connection.owesStep2) return
    connection.asked++
    this.#askForStep2(connection, now)
  }

  /** Rule 6. */
  #hear(connection: Connection, entries: Uint8Array, now: number): void {
    const { id, session, isOpening } = connection
    const mayUse = (client: number): boolean => this.#layer.claim(client, session.account)
    if (this.#presence.hear(id, session, entries, mayUse, isOpening, now)) this.#audience.wakeIfNeeded()
    else this.#audience.refuse(connection, 'malformed presence', now)
  }
}
