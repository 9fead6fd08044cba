/** What one message brought. */
export interface Heard {
  /** cursors of others: person, number, person, number … */
  readonly cursors: readonly number[]
  /** stored changes of others, likewise */
  readonly edits: readonly number[]
  /** the server has now sent all that we lacked */
  readonly isSynced: boolean
  /** our last mark that is on disk, or 0; only our server says so */
  readonly saved: number
}

export const NOTHING: Heard = { cursors: [], edits: [], isSynced: false, saved: 0 }

/** How one person speaks to one server. */
export interface Speaker {
  /** what is sent on connecting, to get everything (`vector` null), or what lies above a Yjs state vector */
  hello(vector: Uint8Array | null): readonly (Uint8Array | string)[]
  /** the cursor's nth position */
  cursor(n: number): Uint8Array | string
  /** the nth change of this person, to the thing `key` */
  edit(key: string, n: number): Uint8Array | string
  /** asks to be told when all before is on disk; null where a server cannot say */
  mark(n: number): Uint8Array | null
}

/** A server's wire. */
export interface Dialect {
  /** `session`: which of this person's page loads; each writes under a client of its own */
  speaker(person: number, board: string, session?: number): Speaker
  read(payload: Buffer): Heard
  /** what stands before each of y-websocket's messages, for a board; absent: nothing */
  prefix?(board: string): Uint8Array
  /** the Yjs updates in a message, for a client that applies them; absent: it is not Yjs */
  updates?(payload: Buffer): readonly Uint8Array[]
}

const SEEN_AT_MOST = 4096

/** Many people hear the same bytes: each different message is read once. */
export class Reader {
  readonly #dialect: Dialect
  readonly #seen = new Map<number, { bytes: Buffer; heard: Heard }>()

  constructor(dialect: Dialect) {
    this.#dialect = dialect
  }

  read(bytes: Buffer): Heard {
    const key = fingerprint(bytes)
    const known = this.#seen.get(key)
    if (known?.bytes.equals(bytes)) return known.heard
    const heard = this.#dialect.read(bytes)
    if (this.#seen.size > SEEN_AT_MOST) this.#seen.clear()
    this.#seen.set(key, { bytes, heard })
    return heard
  }
}

function fingerprint(bytes: Buffer): number {
  let hash = bytes.length
  const end = Math.min(bytes.length, 48)
  for (let i = 0; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] ?? 0)) | 0
  return hash
}
