import * as Y from 'yjs'
import { unpackSync } from '../../off-thread/packing.ts'
import { type BytesOf, isWhole } from './damage.ts'

/** Bytes as they lie on disk, with their checksum. */
export interface KeptBytes {
  readonly bytes: Uint8Array
  readonly crc: number | null
}

/** A damaged snapshot, from its packed form: the same document in the other encoding. Null when that is no better. */
export function mendSnapshot(
  packed: KeptBytes | undefined,
  { board, layer }: Pick<BytesOf, 'board' | 'layer'>,
): Uint8Array | null {
  const isSure =
    packed !== undefined &&
    packed.crc !== null &&
    isWhole(packed.bytes, packed.crc, { board, layer, part: 'packed' })
  if (!isSure) return null
  try {
    return Y.convertUpdateFormatV2ToV1(unpackSync(packed.bytes))
  } catch {
    return null
  }
}
