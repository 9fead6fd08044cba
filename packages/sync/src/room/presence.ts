import { LIMITS, Malformed, mayFacilitate, type Presence, readPresence } from '@second-story/protocol'
import { type AwarenessEntry, readAwareness, writeAwareness, writeEntries } from './awareness.ts'
import type { NodeId } from './events.ts'
import { PeopleElsewhere } from './people-elsewhere.ts'
import type { ConnectionId, Session } from './session.ts'

/** A state that its client does not renew (y-protocols does every 15 s) is dropped after this. */
export const PRESENCE_EXPIRES_MS = 45_000

/** The Yjs client under which a connection shows itself: one, from its first word to its end. */
interface Shown {
  readonly client: number
  /** the last clock that was told */
  clock: number
}

interface Person {
  readonly shown: Shown
  session: Session
  presence: Presence
  /** as told to everybody */
  json: string
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
  #left: AwarenessEntry[] = []
  readonly #elsewhere = new PeopleElsewhere()

  get hasNews(): boolean {
    return this.#changed.size > 0 || this.#left.length > 0 || this.#elsewhere.hasNews
  }

  get hasAnybodyHere(): boolean {
    return this.#people.size > 0
  }

  /** What another node says of who is there (SPEC.md rule 11); `whole` when it is everybody. False when it is malformed. */
  hearNode(node: NodeId, bytes: Uint8Array, whole: boolean, now: number): boolean {
    return this.#elsewhere.hear(node, bytes, whole, now)
  }

  /**
   * Takes what a connection says about itself. `mayUse` is asked once, with the Yjs client that the connection shows itself
   * under. False when the bytes are malformed.
   */
  hear(
    connection: ConnectionId,
    session: Session,
    bytes: Uint8Array,
    mayUse: (client: number) => boolean,
    now: number,
  ): boolean {
    const wants = (client: number): boolean => {
      const shown = this.#shown.get(connection)
      if (shown !== undefined) return shown.client === client
      if (!mayUse(client)) return false
      this.#shown.set(connection, { client, clock: this.#dropOlder(client) })
      return true
    }
    try {
      for (const entry of readAwareness(bytes, wants)) this.#set(connection, session, entry, now)
      return true
    } catch (error) {
      if (error instanceof Malformed || error instanceof SyntaxError) return false
      throw error
    }
  }

  #set(connection: ConnectionId, session: Session, entry: AwarenessEntry, now: number): void {
    if (entry.clock > LIMITS.clock) throw new Malformed('clock too large')
    const shown = this.#shown.get(connection)
    if (shown === undefined || entry.json.length > LIMITS.presenceBytes) return
    const state: unknown = JSON.parse(entry.json)
    if (state === null) {
      this.#hide(connection)
      return
    }
    const presence = readPresence(state)
    const json = compose(presence, session)
    const person = this.#people.get(connection)
    if (person === undefined) {
      // y-protocols ignores a clock it has seen, and a first clock of 0: one more makes a newcomer visible at once
      shown.clock = Math.max(entry.clock, shown.clock) + 1
      this.#people.set(connection, { shown, session, presence, json, renewedAt: now })
    } else {
      person.renewedAt = now
      // a client that was told its own state under our clock sends it back once; that is no news
      if (entry.clock <= shown.clock && json === person.json) return
      shown.clock = Math.max(entry.clock, shown.clock + 1)
      person.presence = presence
      person.json = json
    }
    this.#changed.add(connection)
  }

  /** A connection that the server has not yet seen die may hold the client that comes back on a new one; returns its clock. */
  #dropOlder(client: number): number {
    for (const [connection, shown] of this.#shown) {
      if (shown.client !== client) continue
      this.#shown.delete(connection)
      this.#people.delete(connection)
      this.#changed.delete(connection)
      return Math.max(shown.clock, this.#elsewhere.clockOf(client))
    }
    return this.#elsewhere.clockOf(client)
  }

  /** A role or name changed: told anew. */
  update(connection: ConnectionId, session: Session): void {
    const person = this.#people.get(connection)
    if (person === undefined) return
    person.session = session
    person.json = compose(person.presence, session)
    person.shown.clock++
    this.#changed.add(connection)
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
    this.#changed.delete(connection)
    this.#left.push({ ...person.shown, json: 'null' })
  }

  expire(now: number): void {
    for (const [connection, person] of this.#people) {
      if (now - person.renewedAt > PRESENCE_EXPIRES_MS) this.#hide(connection)
    }
    this.#elsewhere.expire(now)
  }

  /**
   * What changed since the last call: one message for everybody, and, when something changed on this node, one for the other
   * nodes. Null when nothing did.
   */
  takeNews(): { readonly all: Uint8Array; readonly here: Uint8Array | null } | null {
    if (!this.hasNews) return null
    const here = [...this.#left]
    for (const connection of this.#changed) {
      const person = this.#people.get(connection)
      if (person !== undefined) here.push(entryOf(person))
    }
    this.#left = []
    this.#changed.clear()
    const elsewhere = this.#elsewhere.takeNews()
    return {
      all: writeAwareness([...here, ...this.#notHere(elsewhere)]),
      here: here.length === 0 ? null : writeEntries(here),
    }
  }

  /** Everybody on every node, for someone who has just come. */
  everybody(): Uint8Array {
    const here = [...this.#people.values()].map(entryOf)
    return writeAwareness([...here, ...this.#notHere(this.#elsewhere.entries)])
  }

  /** Everybody on this node, for the others. */
  everybodyHere(): Uint8Array {
    return writeEntries([...this.#people.values()].map(entryOf))
  }

  /** A person who has come over is told by this node alone. */
  #notHere(entries: readonly AwarenessEntry[]): readonly AwarenessEntry[] {
    const clients = new Set([...this.#shown.values()].map((shown) => shown.client))
    return entries.filter((entry) => !clients.has(entry.client))
  }
}

function entryOf({ shown, json }: Person): AwarenessEntry {
  return { ...shown, json }
}

function compose(presence: Presence, session: Session): string {
  const { account, name, colour, role, kind } = session
  const { walking, ...rest } = presence
  const said = walking !== undefined && mayFacilitate(role) ? { ...rest, walking } : rest
  return JSON.stringify({ ...said, user: { account, name, colour, role, kind } })
}
