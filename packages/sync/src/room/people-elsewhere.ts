import { Malformed } from '@second-story/protocol'
import { type AwarenessEntry, readAwareness } from './awareness.ts'
import type { NodeId } from './events.ts'

/** A node that has said nothing for so long is taken to be gone, and its people with it; it speaks every 4 s. */
export const NODE_GONE_MS = 13_000

/** Somebody who is on the board by way of another node. */
export interface UserElsewhere {
  readonly account: string
  /** 1 to 6 */
  readonly colour: number
}

interface Node {
  people: Map<number, AwarenessEntry>
  heardAt: number
}

/** Who is on the board by way of other nodes (SPEC.md rule 11), as those nodes tell it. */
export class PeopleElsewhere {
  readonly #nodes = new Map<NodeId, Node>()
  /** by client: what is to be told */
  #news = new Map<number, AwarenessEntry>()

  get hasNews(): boolean {
    return this.#news.size > 0
  }

  /** Everybody who is elsewhere; who is on two nodes counts where the clock is higher. */
  get entries(): AwarenessEntry[] {
    const latest = new Map<number, AwarenessEntry>()
    for (const { people } of this.#nodes.values()) {
      for (const entry of people.values()) {
        if (entry.clock >= (latest.get(entry.client)?.clock ?? 0)) latest.set(entry.client, entry)
      }
    }
    return [...latest.values()]
  }

  /** Their accounts, in the colours that they show; one for each connection. */
  get users(): UserElsewhere[] {
    return this.entries.flatMap(({ json }) => userIn(json) ?? [])
  }

  /** The highest clock under which a client was told by another node; 0 for none. */
  clockOf(client: number): number {
    let clock = 0
    for (const { people } of this.#nodes.values()) clock = Math.max(clock, people.get(client)?.clock ?? 0)
    return clock
  }

  /** True while another node says that this client is there. */
  has(client: number): boolean {
    return [...this.#nodes.values()].some(({ people }) => people.has(client))
  }

  /** False when the bytes are malformed; nothing is taken then. */
  hear(id: NodeId, bytes: Uint8Array, whole: boolean, now: number): boolean {
    const entries = entriesOf(bytes)
    if (entries === null) return false
    const node = this.#nodes.get(id) ?? { people: new Map<number, AwarenessEntry>(), heardAt: now }
    this.#nodes.set(id, node)
    node.heardAt = now
    const gone = whole ? new Set(node.people.keys()) : new Set<number>()
    for (const entry of entries) {
      gone.delete(entry.client)
      this.#take(node, entry)
    }
    for (const client of gone) this.#hide(node, client)
    return true
  }

  #take(node: Node, entry: AwarenessEntry): void {
    const before = node.people.get(entry.client)
    if (entry.json === 'null') {
      if (before === undefined) return
      node.people.delete(entry.client)
      this.#tell({ ...entry, clock: Math.max(entry.clock, before.clock) })
    } else if (before === undefined || entry.clock > before.clock) {
      node.people.set(entry.client, entry)
      this.#tell(entry)
    }
  }

  #hide(node: Node, client: number): void {
    const entry = node.people.get(client)
    if (entry === undefined) return
    node.people.delete(client)
    this.#tell({ ...entry, json: 'null' })
  }

  /** Who has left one node and is on another is not told as gone. */
  #tell(entry: AwarenessEntry): void {
    const still =
      entry.json === 'null' ? this.entries.find(({ client }) => client === entry.client) : undefined
    this.#news.set(entry.client, still ?? entry)
  }

  takeNews(): AwarenessEntry[] {
    const news = [...this.#news.values()]
    this.#news = new Map()
    return news
  }

  expire(now: number): void {
    for (const [id, node] of this.#nodes) {
      if (now - node.heardAt <= NODE_GONE_MS) continue
      for (const client of [...node.people.keys()]) this.#hide(node, client)
      this.#nodes.delete(id)
    }
  }
}

function entriesOf(bytes: Uint8Array): AwarenessEntry[] | null {
  try {
    return [...readAwareness(bytes, () => true)]
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

/** A node of another version may tell of people in another way: then nothing is known of them but that they are there. */
function userIn(json: string): UserElsewhere | null {
  try {
    const { user } = JSON.parse(json) as { readonly user?: Partial<Record<string, unknown>> }
    const { account, colour } = user ?? {}
    return typeof account === 'string' && typeof colour === 'number' ? { account, colour } : null
  } catch {
    return null
  }
}
