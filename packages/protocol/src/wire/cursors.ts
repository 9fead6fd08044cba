import { writeVarInt, writeVarUint } from 'lib0/encoding'
import { ByteReader, Malformed } from './byte-reader.ts'
import { encoded } from './encoded.ts'
import { MESSAGE } from './message-types.ts'

/** Where somebody points on the map: whole board units. */
export interface Cursor {
  /** the Yjs client under which the person shows themselves in awareness */
  readonly client: number
  readonly x: number
  readonly y: number
}

/**
 * `102 cursors`: what moved since the last one, about nine bytes each. Only to a connection that has sent a mark; a cursor
 * that comes or goes, and all else, still travels as awareness.
 */
export function encodeCursors(cursors: readonly Cursor[]): Uint8Array {
  return encoded((encoder) => {
    writeVarUint(encoder, MESSAGE.cursors)
    writeVarUint(encoder, cursors.length)
    for (const { client, x, y } of cursors) {
      writeVarUint(encoder, client)
      writeVarInt(encoder, whole(x))
      writeVarInt(encoder, whole(y))
    }
  })
}

/** lib0 writes 32 bits; a cursor lies on the board long before that. */
const FARTHEST = 2 ** 30
const whole = (value: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, Math.round(value)))

/** Reads `102 cursors`; null for every other message. Never throws. */
export function decodeCursors(bytes: Uint8Array): Cursor[] | null {
  try {
    const reader = new ByteReader(bytes)
    if (reader.uint() !== MESSAGE.cursors) return null
    const cursors: Cursor[] = []
    for (let n = reader.uint(); n > 0; n--) {
      cursors.push({ client: reader.uint(), x: reader.int(), y: reader.int() })
    }
    return cursors
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}
