import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

/** Bytes that an update unfolds to at most: far above any board. */
const MOST_BYTES = 256 * 1024 * 1024

const squeeze = promisify(gzip)
const unfold = promisify(gunzip)

/** Beside the thread of everybody's edits, as `unpacked`. */
export async function packed(update: Uint8Array): Promise<Uint8Array> {
  return squeeze(update)
}

export async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  return unfold(bytes, { maxOutputLength: MOST_BYTES })
}
