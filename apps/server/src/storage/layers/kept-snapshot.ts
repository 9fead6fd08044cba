import { type BytesOf, checksum, isWhole, type ReportDamage } from './damage.ts'
import type { Fold } from './layer-store.ts'
import type { KeptBytes } from './mend.ts'

/** A snapshot as it lies on disk, with what the fold said of it. */
export interface KeptSnapshot extends KeptBytes {
  readonly digest: Uint8Array | null
  readonly digest_crc: number | null
}

/** The checksums of what a fold brings. */
export interface FoldChecksums {
  readonly snapshot: number
  readonly packed: number | null
  readonly digest: number | null
}

type Layer = Pick<BytesOf, 'board' | 'layer'>

export function checksumsOf(fold: Fold, { board, layer }: Layer): FoldChecksums {
  const snapshot = checksum(fold.snapshot, { board, layer, part: 'snapshot' })
  const packed = fold.packed === null ? null : checksum(fold.packed, { board, layer, part: 'packed' })
  const part = `digest of ${snapshot}` as const
  return {
    snapshot,
    packed,
    digest: fold.digest === null ? null : checksum(fold.digest, { board, layer, part }),
  }
}

/** The digest beside a snapshot that is whole; null where there is none, where it is damaged, or another snapshot's. */
export function digestBeside(
  { crc, digest, digest_crc }: KeptSnapshot,
  { board, layer, n }: Layer & { readonly n: number },
  report: ReportDamage,
): Uint8Array | null {
  if (digest === null) return null
  const isOfIt = crc !== null && digest_crc !== null
  if (isOfIt && isWhole(digest, digest_crc, { board, layer, part: `digest of ${crc}` })) return digest
  report({ board, layer, what: 'digest', n })
  return null
}
