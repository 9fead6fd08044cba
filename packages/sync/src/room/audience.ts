import { CLOSE, encodeRefused, encodeSaved, encodeUpdate } from '@second-story/protocol'
import type { Kind } from './backlog.ts'
import { Connection } from './connection.ts'
import type { Effect } from './effects.ts'
import type { LayerState } from './layer-state.ts'
import type { News, PresenceBook } from './presence.ts'
import type { ConnectionId, Session } from './session.ts'

/** Who is connected to a room, and everything that is done for them: what a `handle` returns is gathered here. */
export class Audience {
  readonly #connections = new Map<ConnectionId, Connection>()
  readonly #layer: LayerState
  readonly #presence: PresenceBook
  #effects: Effect[] = []
  /** when the last one left; null while somebody is here, and before the layer is */
  emptySince: number | null = null

  constructor(layer: LayerState, presence: PresenceBook) {
    this.#layer = layer
    this.#presence = presence
  }

  get size(): number {
    return this.#connections.size
  }

  get everybody(): readonly Connection[] {
    return [...this.#connections.values()]
  }

  get(id: ConnectionId): Connection | undefined {
    return this.#connections.get(id)
  }

  add(id: ConnectionId, session: Session, now: number): Connection {
    const connection = new Connection(id, session, now)
    this.#connections.set(id, connection)
    this.emptySince = null
    return connection
  }

  /** The connection is gone; its presence with it. */
  remove(id: ConnectionId, now: number): void {
    if (!this.#connections.delete(id)) return
    this.#presence.leave(id)
    this.wakeIfNeeded()
    if (this.#connections.size === 0) this.emptySince = now
  }

  // Effects

  push(effect: Effect): void {
    this.#effects.push(effect)
  }

  /** What is to be done since the last call. */
  takeEffects(): Effect[] {
    const effects = this.#effects
    this.#effects = []
    return effects
  }

  wakeIfNeeded(): void {
    if (this.#layer.hasWork || this.#presence.hasNews) this.push({ type: 'wake' })
  }

  send(to: readonly Connection[], bytes: Uint8Array, kind: Kind, now: number): void {
    if (to.length === 0) return
    for (const connection of to) connection.lastToldAt = now
    this.push({ type: 'send', to: to.map((connection) => connection.id), bytes, kind })
  }

  /** What is stored, to everybody (rule 4). */
  tellUpdate(update: Uint8Array, now: number): void {
    this.send(this.everybody, encodeUpdate(update), 'edits', now)
  }

  /** Who is here: cursors in short to our own clients where there are many (rule 5), else as awareness. */
  tellNews(news: News, now: number): void {
    const { everybody } = this
    const takeShort = news.short === null ? [] : everybody.filter((connection) => connection.isOurs)
    const rest = news.short === null ? everybody : everybody.filter((connection) => !connection.isOurs)
    for (const bytes of news.short ?? []) this.send(takeShort, bytes, 'presence', now)
    if (rest.length > 0) this.send(rest, news.all(), 'presence', now)
  }

  /** Rule 4: saved means integrated and on disk; a connection that never marked never has a mark to answer. */
  answerMarks(connection: Connection, now: number): void {
    for (const { n, refusal } of connection.answers(this.#layer.stored)) {
      this.send([connection], refusal === null ? encodeSaved(n) : encodeRefused(n, refusal), 'edits', now)
    }
  }

  answerAllMarks(now: number): void {
    for (const connection of this.#connections.values()) this.answerMarks(connection, now)
  }

  refuse(connection: Connection, reason: string, now: number): void {
    this.push({ type: 'report', what: 'refused', reason, account: connection.session.account })
    this.close(connection, CLOSE.refused.code, reason, now)
  }

  close(connection: Connection, code: number, reason: string, now: number): void {
    this.push({ type: 'close', connection: connection.id, code, reason })
    this.remove(connection.id, now)
  }
}
