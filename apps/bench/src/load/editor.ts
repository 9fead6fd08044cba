import {
  createEncoder,
  toUint8Array,
  writeAny,
  writeUint8,
  writeVarString,
  writeVarUint,
} from 'lib0/encoding'

const CONTENT_ANY = 8
const HAS_ORIGIN = 0x80
const HAS_KEY = 0x20
const ROOT = 'places'

/**
 * Writes Yjs updates by hand, as one client that sets keys of the root map `places`: what Yjs itself would send, without
 * a document. Only this client may write its keys.
 */
export class Editor {
  readonly client: number
  #clock: number
  readonly #last = new Map<string, number>()

  constructor(client: number, clock = 0) {
    this.client = client
    this.#clock = clock
  }

  /** The update that sets `key`; what stood there is deleted by it. */
  set(key: string, value: Record<string, string | number | null>): Uint8Array {
    const before = this.#last.get(key)
    const clock = this.#clock++
    this.#last.set(key, clock)
    const encoder = createEncoder()
    for (const n of [1, 1, this.client, clock]) writeVarUint(encoder, n)
    if (before === undefined) {
      writeUint8(encoder, CONTENT_ANY | HAS_KEY)
      writeVarUint(encoder, 1)
      writeVarString(encoder, ROOT)
      writeVarString(encoder, key)
    } else {
      writeUint8(encoder, CONTENT_ANY | HAS_KEY | HAS_ORIGIN)
      writeVarUint(encoder, this.client)
      writeVarUint(encoder, before)
    }
    writeVarUint(encoder, 1)
    writeAny(encoder, value)
    const deleted = before === undefined ? [0] : [1, this.client, 1, before, 1]
    for (const n of deleted) writeVarUint(encoder, n)
    return toUint8Array(encoder)
  }
}
