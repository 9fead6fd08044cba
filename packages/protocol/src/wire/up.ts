import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { ByteReader, Malformed } from './byte-reader.ts'
import { LIMITS } from './limits.ts'
import { MESSAGE, SYNC } from './message-types.ts'

/** What a client may send. Bytes are views into the message. */
export type UpFrame =
  | { readonly type: 'step1'; readonly vector: Uint8Array }
  | { readonly type: 'step2'; readonly update: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly entries: Uint8Array }
  | { readonly type: 'query-awareness' }
  | { readonly type: 'mark'; readonly n: number }

/** A message that is none of ours, and why. */
export interface BadFrame {
  readonly type: 'bad'
  readonly reason: string
}

/** Reads one message from a client; never throws. */
export function decodeUp(bytes: Uint8Array): UpFrame | BadFrame {
  if (bytes.length > LIMITS.frameBytes) return { type: 'bad', reason: 'too large' }
  try {
    const reader = new ByteReader(bytes)
    const frame = readUp(reader)
    if (frame.type !== 'bad') reader.finish()
    return frame
  } catch (error) {
    if (error instanceof Malformed) return { type: 'bad', reason: error.message }
    throw error
  }
}

function readUp(reader: ByteReader): UpFrame | BadFrame {
  switch (reader.uint()) {
    case MESSAGE.sync:
      return readSync(reader)
    case MESSAGE.awareness:
      return { type: 'awareness', entries: bounded(reader, LIMITS.awarenessBytes) }
    case MESSAGE.queryAwareness:
      return { type: 'query-awareness' }
    case MESSAGE.mark:
      return { type: 'mark', n: reader.uint() }
    default:
      return { type: 'bad', reason: 'unknown message' }
  }
}

function readSync(reader: ByteReader): UpFrame | BadFrame {
  switch (reader.uint()) {
    case SYNC.step1:
      return { type: 'step1', vector: bounded(reader, LIMITS.stateVectorBytes) }
    case SYNC.step2:
      return { type: 'step2', update: reader.block() }
    case SYNC.update:
      return { type: 'update', update: reader.block() }
    default:
      return { type: 'bad', reason: 'unknown sync message' }
  }
}

function bounded(reader: ByteReader, most: number): Uint8Array {
  const block = reader.block()
  if (block.length > most) throw new Malformed('too large')
  return block
}

/** `101 mark {n}`: the client asks to be told when everything it sent before is on disk. n grows. */
export function encodeMark(n: number): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE.mark)
  writeVarUint(encoder, n)
  return toUint8Array(encoder)
}
