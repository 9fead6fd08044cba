import { createEncoder, type Encoder, toUint8Array } from 'lib0/encoding'

/** What an encoder may keep for the next message. */
const KEPT_BYTES = 64 * 1024

const kept = createEncoder()
kept.cbuf = new Uint8Array(KEPT_BYTES)
let isInUse = false

/**
 * What `write` writes, in bytes of its own. The encoder is used again and again: to make one, and to let it grow, costs more than
 * most messages do.
 */
export function encoded(write: (encoder: Encoder) => void): Uint8Array {
  const encoder = isInUse ? createEncoder() : kept
  const isOurs = encoder === kept
  if (isOurs) isInUse = true
  try {
    write(encoder)
    return toUint8Array(encoder)
  } finally {
    if (isOurs) {
      isInUse = false
      encoder.cpos = 0
      if (encoder.bufs.length > 0) {
        encoder.bufs = []
        encoder.cbuf = new Uint8Array(KEPT_BYTES)
      }
    }
  }
}
