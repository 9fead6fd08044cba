import { type Cursor, MESSAGE } from '@second-story/protocol'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { type AwarenessEntry, readAwareness, writeAwareness } from '../room/awareness.ts'

interface Known {
  clock: number
  /** null: gone */
  json: string | null
}

/** Who a tab believes is here: what y-protocols' Awareness does, without its timers. */
export class Faces {
  readonly #client: number
  readonly #known = new Map<number, Known>()

  constructor(client: number) {
    this.#client = client
  }

  /** Says something about itself; returns the message. */
  say(json: string): Uint8Array {
    this.#known.set(this.#client, { clock: (this.#known.get(this.#client)?.clock ?? 0) + 1, json })
    return this.own as Uint8Array
  }

  /** The same again, that the server may know that it is still here; null when it has said nothing. */
  renew(): Uint8Array | null {
    const json = this.#known.get(this.#client)?.json
    return json === undefined || json === null ? null : this.say(json)
  }

  /** What it last said, under the same clock: the beginning of every connection. */
  get own(): Uint8Array | null {
    return this.#write([this.#client])
  }

  #write(clients: readonly number[]): Uint8Array | null {
    const entries = clients.flatMap((client): AwarenessEntry[] => {
      const known = this.#known.get(client)
      return known === undefined ? [] : [{ client, clock: known.clock, json: known.json ?? 'null' }]
    })
    return entries.length === 0 ? null : writeAwareness(entries)
  }

  /** Takes a message; returns what a stock client then sends back: everything that changed. */
  hear(bytes: Uint8Array): { readonly entries: readonly AwarenessEntry[]; readonly echo: Uint8Array | null } {
    const entries = entriesOf(bytes)
    const changed = entries.filter((entry) => this.#take(entry)).map((entry) => entry.client)
    return { entries, echo: changed.length === 0 ? null : this.#write(changed) }
  }

  #take({ client, clock, json }: AwarenessEntry): boolean {
    const known = this.#known.get(client)
    const now = known?.clock ?? 0
    const isGone = json === 'null'
    if (now > clock || (now === clock && !(isGone && known?.json !== null && known !== undefined)))
      return false
    // nobody else takes away who we are
    if (isGone && client === this.#client && known?.json !== null && known !== undefined)
      known.clock = clock + 1
    else this.#known.set(client, { clock, json: isGone ? null : json })
    return true
  }

  /** Cursors in short: about those who are here alone. */
  move(cursors: readonly Cursor[]): void {
    for (const { client, x, y } of cursors) {
      const known = this.#known.get(client)
      if (known === undefined || known.json === null || client === this.#client) continue
      known.json = JSON.stringify({ ...(JSON.parse(known.json) as object), cursor: { x, y } })
    }
  }

  /** The connection is gone, and everybody with it. */
  forgetOthers(): void {
    for (const [client, known] of this.#known) if (client !== this.#client) known.json = null
  }

  /** What it believes to be saying: a server's word about it under a higher clock takes the place of its own. */
  get ownState(): string | null {
    return this.#known.get(this.#client)?.json ?? null
  }

  /** Everybody else, by client. */
  get others(): ReadonlyMap<number, string> {
    const others = new Map<number, string>()
    for (const [client, { json }] of this.#known)
      if (client !== this.#client && json !== null) others.set(client, json)
    return others
  }
}

/** The entries of an awareness message; empty for any other. */
export function entriesOf(bytes: Uint8Array): AwarenessEntry[] {
  const decoder = createDecoder(bytes)
  if (readVarUint(decoder) !== MESSAGE.awareness) return []
  return [...readAwareness(readVarUint8Array(decoder), () => true)]
}
