import { writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { ByteReader, Malformed } from './byte-reader.ts'
import { encoded } from './encoded.ts'

/** The type of a layer over HTTP as it lies in the log: V1 updates, oldest first, as `encodeRows` writes them. */
export const ROWS_TYPE = 'application/vnd.second-story.rows'

/** Updates behind their number, each behind its length. */
export function encodeRows(rows: readonly Uint8Array[]): Uint8Array {
  return encoded((encoder) => {
    writeVarUint(encoder, rows.length)
    for (const row of rows) writeVarUint8Array(encoder, row)
  })
}

/** What `encodeRows` wrote, as views of it; null for what was cut short or is anything else. */
export function decodeRows(bytes: Uint8Array): Uint8Array[] | null {
  try {
    const reader = new ByteReader(bytes)
    const rows: Uint8Array[] = []
    for (let left = reader.uint(); left > 0; left--) rows.push(reader.block())
    reader.finish()
    return rows
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}
