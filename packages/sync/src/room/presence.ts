import { LIMITS, Malformed, mayFacilitate, type Presence, readPresence } from '@second-story/protocol'
import { type AwarenessEntry, readAwareness, writeAwareness } from './awareness.ts'
import type { ConnectionId, Session } from './session.ts'

/** A state that its client does not renew (y-protocols does every 15 s) is dropped after this. */
export const PRESENCE_EXPIRES_MS = 45_000

interface Person {
  readonly client: number
  session: Session
  presence: Presence
  /** as told to everybody; empty while there is nothing to tell */
  json: string
  clock: number
  renewedAt: number
}

/**
 * Who is here (SPEC.md rule 6): one state a connection, composed by the server from the session and what the client may say.
 * States of other clients that a connection names (stock clients echo what they hear) are passed over.
 */
export class PresenceBook {
  readonly #people = new Map<ConnectionId, Person>()
  readonly #changed = new Set<ConnectionId>()
  #left: AwarenessEntry[] = []

  get hasNews(): boolean {
    return this.#changed.size > 0 || this.#left.length > 0
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
    let own = this.#people.get(connection)?.client ?? null
    const wants = (client: number): boolean => {
      own ??= mayUse(client) ? client : null
      return client === own
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
    if (entry.json.length > LIMITS.presenceBytes) return
    const state: unknown = JSON.parse(entry.json)
    const person = this.#people.get(connection)
    if (state === null) {
      this.leave(connection)
      return
    }
    const presence = readPresence(state)
    const json = compose(presence, session)
    if (person === undefined) {
      // y-protocols ignores a clock it has seen, and a first clock of 0: one more makes a newcomer visible at once
      const clock = Math.max(entry.clock, this.#dropOlder(entry.client)) + 1
      this.#people.set(connection, {
        client: entry.client,
        session,
        presence,
        json,
        clock,
        renewedAt: now,
      })
    } else {
      person.renewedAt = now
      // a client that was told its own state under our clock sends it back once; that is no news
      if (entry.clock <= person.clock && json === person.json) return
      person.presence = presence
      person.json = json
      person.clock = Math.max(entry.clock, person.clock + 1)
    }
    this.#changed.add(connection)
  }

  /** A connection that the server has not yet seen die may hold the client that comes back on a new one; returns its clock. */
  #dropOlder(client: number): number {
    for (const [connection, person] of this.#people) {
      if (person.client !== client) continue
      this.#people.delete(connection)
      this.#changed.delete(connection)
      return person.clock
    }
    return 0
  }

  /** A role or name changed: told anew. */
  update(connection: ConnectionId, session: Session): void {
    const person = this.#people.get(connection)
    if (person === undefined) return
    person.session = session
    person.json = compose(person.presence, session)
    person.clock++
    this.#changed.add(connection)
  }

  leave(connection: ConnectionId): void {
    const person = this.#people.get(connection)
    if (person === undefined) return
    this.#people.delete(connection)
    this.#changed.delete(connection)
    this.#left.push({ client: person.client, clock: person.clock, json: 'null' })
  }

  expire(now: number): void {
    for (const [connection, person] of this.#people) {
      if (now - person.renewedAt > PRESENCE_EXPIRES_MS) this.leave(connection)
    }
  }

  /** What changed since the last call, as one message for everybody. */
  takeNews(): Uint8Array | null {
    if (!this.hasNews) return null
    const entries = [...this.#left]
    for (const connection of this.#changed) {
      const person = this.#people.get(connection)
      if (person !== undefined) entries.push(person)
    }
    this.#left = []
    this.#changed.clear()
    return writeAwareness(entries)
  }

  /** Everybody, for someone who has just come. */
  everybody(): Uint8Array {
    return writeAwareness([...this.#people.values()])
  }
}

function compose(presence: Presence, session: Session): string {
  const { account, name, colour, role, kind } = session
  const { walking, ...rest } = presence
  const said = walking !== undefined && mayFacilitate(role) ? { ...rest, walking } : rest
  return JSON.stringify({ ...said, user: { account, name, colour, role, kind } })
}
