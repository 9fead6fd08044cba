import { writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { ByteReader, Malformed } from './byte-reader.ts'
import { encoded } from './encoded.ts'
import { AUTH, MESSAGE, SYNC } from './message-types.ts'
import type { Reach } from './reach.ts'

function syncMessage(kind: number, payload: Uint8Array): Uint8Array {
  return encoded((encoder) => {
    writeVarUint(encoder, MESSAGE.sync)
    writeVarUint(encoder, kind)
    writeVarUint8Array(encoder, payload)
  })
}

/** Asks the other side for what `vector` lacks. */
export const encodeStep1 = (vector: Uint8Array): Uint8Array => syncMessage(SYNC.step1, vector)

/** The answer to a step 1; a stock client calls itself synced when it has it. */
export const encodeStep2 = (update: Uint8Array): Uint8Array => syncMessage(SYNC.step2, update)

export const encodeUpdate = (update: Uint8Array): Uint8Array => syncMessage(SYNC.update, update)

/** `entries` as y-protocols' awareness writes them: a count, then client, clock and JSON of each. */
export function encodeAwareness(entries: Uint8Array): Uint8Array {
  return encoded((encoder) => {
    writeVarUint(encoder, MESSAGE.awareness)
    writeVarUint8Array(encoder, entries)
  })
}

/** y-protocols' "permission denied". */
export function encodeDenied(reason: string): Uint8Array {
  return encoded((encoder) => {
    writeVarUint(encoder, MESSAGE.auth)
    writeVarUint(encoder, AUTH.permissionDenied)
    writeVarString(encoder, reason)
  })
}

/** `100 saved {n}`. */
export function encodeSaved(n: number): Uint8Array {
  return encoded((encoder) => {
    writeVarUint(encoder, MESSAGE.saved)
    writeVarUint(encoder, n)
  })
}

/** `103 refused {n, reason}`. */
export function encodeRefused(n: number, reason: string): Uint8Array {
  return encoded((encoder) => {
    writeVarUint(encoder, MESSAGE.refused)
    writeVarUint(encoder, n)
    writeVarString(encoder, reason)
  })
}

/** `104 reached {epoch, n}`. */
export function encodeReached({ epoch, n }: Reach): Uint8Array {
  return encoded((encoder) => {
    writeVarUint(encoder, MESSAGE.reached)
    writeVarUint(encoder, epoch)
    writeVarUint(encoder, n)
  })
}

/** Our own messages from the server, as our client reads them. */
export type DownFrame =
  | { readonly type: 'saved'; readonly n: number }
  | { readonly type: 'refused'; readonly n: number; readonly reason: string }
  | { readonly type: 'reached'; readonly reach: Reach }

/** Reads `100 saved`, `103 refused` and `104 reached`; null for every other message. Never throws. */
export function decodeDown(bytes: Uint8Array): DownFrame | null {
  try {
    const reader = new ByteReader(bytes)
    const type = reader.uint()
    if (type === MESSAGE.saved) return { type: 'saved', n: reader.uint() }
    if (type === MESSAGE.refused) return { type: 'refused', n: reader.uint(), reason: reader.text() }
    if (type === MESSAGE.reached) {
      const epoch = reader.uint()
      return { type: 'reached', reach: { epoch, n: reader.uint() } }
    }
    return null
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}
