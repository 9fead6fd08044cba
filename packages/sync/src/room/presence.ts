import {
  type Cursor,
  encodeCursors,
  LIMITS,
  Malformed,
  mayFacilitate,
  type Presence,
  type PresencePoint,
  readPresence,
} from '@second-story/protocol'
import { type AwarenessEntry, readAwareness, writeAwareness, writeEntries } from './awareness.ts'
import type { NodeId } from './events.ts'
import { PeopleElsewhere, type UserElsewhere } from './people-elsewhere.ts'
import type { ConnectionId, Session } from './session.ts'
import { Told } from './told.ts'

/** A state that its client does not renew (y-protocols does every 15 s) is dropped after this. */
export const PRESENCE_EXPIRES_MS = 45_000

/** The Yjs client under which a connection shows itself: one, from its first word to its end. */
interface Shown {
  readonly client: number
  /** the last clock that was told */
  clock: number
}

/** Above so many people cursors go to our own client in short: `102 cursors`. */
const HANDFUL = 6

/** What a tick has to tell of who is here; what nobody needs is not written. */
export interface News {
  /** as awareness, for everybody */
  all(): Uint8Array
  /** the same as messages for our own clients; null when `all` is for them too */
  readonly short: readonly Uint8Array[] | null
  /** what changed on this node, for the others; may be empty */
  here(): readonly AwarenessEntry[]
}

interface Person {
  readonly shown: Shown
  session: Session
  presence: Presence
  /** as told to everybody, but for the cursor */
  still: string
  /** as the client said it last, but for the cursor */
  said: string
  renewedAt: number
}

/**
 * Who is here (SPEC.md rule 6): one state a connection, composed by the server from the session and what the client may say.
 * States of other clients that a connection names (stock clients echo what they hear) are passed over.
 */
export class PresenceBook {
  readonly #shown = new Map<ConnectionId, Shown>()
  readonly #people = new Map<ConnectionId, Person>()
  readonly #changed = new Set<ConnectionId>()
  /** whose cursor moved, and nothing else about them */
  readonly #moved = new Set<ConnectionId>()
  #left: AwarenessEntry[] = []
  readonly #elsewhere = new PeopleElsewhere()
  readonly #told = new Told()
  readonly #isHeld: (client: number) => boolean

  /** `isHeld`: whose a client is, is not certain yet, and nobody is told of it. */
  constructor(isHeld: (client: number) => boolean = () => false) {
    this.#isHeld = isHeld
  }

  get hasNews(): boolean {
    return this.#changed.size > 0 || this.#moved.size > 0 || this.#left.length > 0 || this.#elsewhere.hasNews
  }

  get hasAnybodyHere(): boolean {
    return this.#people.size > 0
  }

  /** Who is here by way of other nodes. */
  get elsewhere(): readonly UserElsewhere[] {
    return this.#elsewhere.users
  }

  /** What another node says of who is there (SPEC.md rule 11); `whole` when it is everybody. False when it is malformed. */
  hearNode(node: NodeId, bytes: Uint8Array, whole: boolean, now: number): boolean {
    return this.#elsewhere.hear(node, bytes, whole, now)
  }

  /**
   * Takes what a connection says about itself. `mayUse` is asked once, with the Yjs client that the connection shows itself
   * under; `isOpening`: it has not heard yet who is here, so that it speaks of itself. False when the bytes are malformed.
   */
  hear(
    connection: ConnectionId,
    session: Session,
    bytes: Uint8Array,
    mayUse: (client: number) => boolean,
    isOpening: boolean,
    now: number,
  ): boolean {
    const isOwn = (client: number): boolean => (this.#shown.get(connection)?.client ?? client) === client
    try {
      for (const entry of readAwareness(bytes, isOwn)) {
        if (isOwn(entry.client) && this.#maySpeak(connection, entry, mayUse, isOpening))
          this.#set(connection, session, entry, now)
      }
      return true
    } catch (error) {
      if (error instanceof Malformed || error instanceof SyntaxError) return false
      throw error
    }
  }

  /** A stock client that does not show itself echoes others all the same: that does not make it one of them. */
  #maySpeak(
    connection: ConnectionId,
    { client, clock, json }: AwarenessEntry,
    mayUse: (client: number) => boolean,
    isOpening: boolean,
  ): boolean {
    if (this.#shown.has(connection)) return true
    const isEcho = json === 'null' || (!isOpening && clock <= this.#told.clockOf(client))
    if (isEcho || !mayUse(client)) return false
    this.#shown.set(connection, { client, clock: this.#dropOlder(client) })
    return true
  }

  #set(connection: ConnectionId, session: Session, entry: AwarenessEntry, now: number): void {
    if (entry.clock > LIMITS.clock) throw new Malformed('clock too large')
    const shown = this.#shown.get(connection)
    if (shown === undefined || entry.json.length > LIMITS.presenceBytes) return
    if (this.#movesAlone(connection, entry, now)) return
    const state: unknown = JSON.parse(entry.json)
    if (state === null) {
      this.#hide(connection)
      return
    }
    const presence = readPresence(state)
    const still = compose({ ...presence, cursor: null }, session)
    const person = this.#people.get(connection)
    if (person === undefined) {
      // y-protocols ignores a clock it has seen, and a first clock of 0: one more makes a newcomer visible at once
      shown.clock = Math.max(entry.clock, shown.clock) + 1
      this.#people.set(connection, {
        shown,
        session,
        presence,
        still,
        said: withoutCursor(entry.json),
        renewedAt: now,
      })
    } else {
      person.renewedAt = now
      // a client that was told its own state under our clock sends it back once; that is no news, and maybe overtaken by its own
      if (entry.clock <= shown.clock && this.#isEcho(person, entry, compose(presence, session))) return
      shown.clock = Math.max(entry.clock, shown.clock + 1)
      const isMove = person.still === still && isPoint(person.presence.cursor) && isPoint(presence.cursor)
      person.presence = presence
      person.still = still
      person.said = withoutCursor(entry.json)
      if (isMove && !this.#changed.has(connection)) {
        this.#moved.add(connection)
        return
      }
    }
    this.#news(connection)
  }

  #isEcho(person: Person, entry: AwarenessEntry, json: string): boolean {
    return json === jsonOf(person) || this.#told.has({ ...entry, json })
  }

  /**
   * Most of what anybody says is the same again but for the cursor: then nothing else is looked at. What is echoed holds who
   * it is, as the server told it, and is looked at.
   */
  #movesAlone(connection: ConnectionId, { clock, json }: AwarenessEntry, now: number): boolean {
    const person = this.#people.get(connection)
    if (person === undefined || !isPoint(person.presence.cursor) || person.said !== withoutCursor(json))
      return false
    const [, x, y] = CURSOR.exec(json) ?? []
    if (x === undefined || y === undefined || json.includes('"user"')) return false
    person.renewedAt = now
    person.shown.clock = Math.max(clock, person.shown.clock + 1)
    person.presence = { ...person.presence, cursor: { x: Number(x), y: Number(y) } }
    if (!this.#changed.has(connection)) this.#moved.add(connection)
    return true
  }

  /** All of somebody is told anew: their cursor is in it. */
  #news(connection: ConnectionId): void {
    this.#changed.add(connection)
    this.#moved.delete(connection)
  }

  /** A connection that the server has not yet seen die may hold the client that comes back on a new one; returns its clock. */
  #dropOlder(client: number): number {
    for (const [connection, shown] of this.#shown) {
      if (shown.client !== client) continue
      this.#shown.delete(connection)
      this.#people.delete(connection)
      this.#forget(connection)
      return Math.max(shown.clock, this.#clockOf(client))
    }
    return this.#clockOf(client)
  }

  /** The highest clock under which a client was told here, or by another node. */
  #clockOf(client: number): number {
    return Math.max(this.#elsewhere.clockOf(client), this.#told.clockOf(client))
  }

  /** A role or name changed: told anew. */
  update(connection: ConnectionId, session: Session): void {
    const person = this.#people.get(connection)
    if (person === undefined) return
    person.session = session
    person.still = compose({ ...person.presence, cursor: null }, session)
    person.shown.clock++
    this.#news(connection)
  }

  #forget(connection: ConnectionId): void {
    this.#changed.delete(connection)
    this.#moved.delete(connection)
  }

  /** The connection is closed. */
  leave(connection: ConnectionId): void {
    this.#hide(connection)
    this.#shown.delete(connection)
  }

  #hide(connection: ConnectionId): void {
    const person = this.#people.get(connection)
    if (person === undefined) return
    this.#people.delete(connection)
    this.#forget(connection)
    // of whom nothing was told, it is not told that they have left; but who came over from another node was told by that one
    const { client } = person.shown
    const wasTold = this.#told.isHere(client) && !this.#elsewhere.has(client)
    if (!this.#isHeld(client) || wasTold) this.#left.push({ ...person.shown, json: 'null' })
  }

  expire(now: number): void {
    for (const [connection, person] of this.#people) {
      if (now - person.renewedAt > PRESENCE_EXPIRES_MS) this.#hide(connection)
    }
    this.#elsewhere.expire(now)
  }

  /** What changed since the last call; null when nothing did. */
  takeNews(): News | null {
    if (!this.hasNews) return null
    const held = [...this.#changed].filter((id) => this.#isHeld(this.#shown.get(id)?.client ?? 0))
    for (const id of held) this.#changed.delete(id)
    const changed = [...this.#left, ...this.#peopleOf(this.#changed).map(entryOf)]
    const moved = this.#peopleOf(this.#moved)
    const elsewhere = this.#notHere(this.#elsewhere.takeNews()).map((entry) => this.#raised(entry))
    this.#left = []
    this.#changed.clear()
    this.#moved.clear()
    for (const id of held) this.#changed.add(id)
    if (changed.length + moved.length + elsewhere.length === 0) return null
    const isCrowded = moved.length > 0 && this.#people.size > HANDFUL
    const told = isCrowded ? [...changed, ...elsewhere] : [...changed, ...moved.map(entryOf), ...elsewhere]
    this.#told.note(told)
    return {
      all: () => writeAwareness(isCrowded ? [...told, ...moved.map(entryOf)] : told),
      short: isCrowded ? shortly([...changed, ...elsewhere], moved) : null,
      here: () => [...changed, ...moved.map(entryOf)],
    }
  }

  #peopleOf(connections: ReadonlySet<ConnectionId>): Person[] {
    const people = [...connections].map((connection) => this.#people.get(connection))
    return people.filter((person) => person !== undefined)
  }

  /** Everybody on every node, for someone who has just come; `withGone`: and that others have left. */
  everybody(withGone = false): Uint8Array {
    const entries = [...this.#here(), ...this.#notHere(this.#elsewhere.entries)]
    this.#told.note(entries)
    return writeAwareness(withGone ? [...this.#told.gone, ...entries] : entries)
  }

  /** Clients pass over a clock that they have seen: of two nodes the one with the lower clock may have the last word. */
  #raised(entry: AwarenessEntry): AwarenessEntry {
    const told = this.#told.clockOf(entry.client)
    if (entry.json === 'null') return { ...entry, clock: Math.max(entry.clock, told) }
    return { ...entry, clock: Math.max(entry.clock, told + 1) }
  }

  /** Everybody on this node, for the others. */
  everybodyHere(): Uint8Array {
    return writeEntries(this.#here())
  }

  #here(): AwarenessEntry[] {
    return [...this.#people.values()].filter(({ shown }) => !this.#isHeld(shown.client)).map(entryOf)
  }

  /** A person who has come over is told by this node alone. */
  #notHere(entries: readonly AwarenessEntry[]): readonly AwarenessEntry[] {
    const clients = new Set([...this.#shown.values()].map((shown) => shown.client))
    return entries.filter((entry) => !clients.has(entry.client))
  }
}

function entryOf(person: Person): AwarenessEntry {
  return { ...person.shown, json: jsonOf(person) }
}

function jsonOf({ presence, session }: Person): string {
  return compose(presence, session)
}

function shortly(entries: readonly AwarenessEntry[], moved: readonly Person[]): Uint8Array[] {
  const cursors = moved.flatMap(({ shown, presence: { cursor } }): Cursor[] =>
    isPoint(cursor) ? [{ client: shown.client, x: cursor.x, y: cursor.y }] : [],
  )
  const moves = encodeCursors(cursors)
  return entries.length === 0 ? [moves] : [writeAwareness(entries), moves]
}

/** A cursor as our own client writes it; in a text its quotes would be escaped. */
const CURSOR = /"cursor":\{"x":(-?\d{1,9}(?:\.\d{1,20})?),"y":(-?\d{1,9}(?:\.\d{1,20})?)\}/

function withoutCursor(json: string): string {
  return json.replace(CURSOR, '')
}

function isPoint(cursor: Presence['cursor']): cursor is PresencePoint {
  return cursor !== undefined && cursor !== null && 'x' in cursor
}

function compose(presence: Presence, session: Session): string {
  const { account, name, colour, role, kind } = session
  const { walking: _walking, asks: _asks, ...rest } = presence
  return JSON.stringify({
    ...(mayFacilitate(role) ? presence : rest),
    user: { account, name, colour, role, kind },
  })
}
