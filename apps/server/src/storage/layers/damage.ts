import { crc32 } from 'node:zlib'
import type { Row } from '@second-story/sync'

/** What the disk gave back is not what it was given. */
export interface Damage {
  readonly board: string
  readonly layer: string
  readonly what: 'row' | 'snapshot' | 'packed snapshot' | 'digest'
  /** number of the row, or of the last row that the snapshot holds */
  readonly n: number
}

/** Hears of damage, once each time it is met. */
export type ReportDamage = (damage: Damage) => void

/** A layer whose snapshot is damaged: it cannot be served, half of it less than none. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError'

  constructor({ board, layer, what }: Damage) {
    super(`the ${what} of layer ${layer} of board ${board} is damaged on disk: restore it from a backup`)
  }
}

/** What bytes are: row `n` of a layer, one of its snapshots, or the digest of that with this checksum. */
export type BytesOf = Pick<Damage, 'board' | 'layer'> & {
  readonly part: number | 'snapshot' | 'packed' | `digest of ${number}`
}

/** What is kept beside bytes to know them again; a row that turns up elsewhere, in another layer, is not known there. */
export function checksum(bytes: Uint8Array, { board, layer, part }: BytesOf): number {
  // in this order: of no bytes at all zlib forgets what it was begun with
  return crc32(`${board} ${layer} ${part}`, crc32(bytes))
}

/** False when the bytes are not those that were written. Without a checksum (rows of the first version) nothing is known. */
export function isWhole(bytes: unknown, crc: unknown, of: BytesOf): boolean {
  // a flipped bit may make a text or a number of it
  if (!(bytes instanceof Uint8Array)) return false
  return crc === null || checksum(bytes, of) === crc
}

/** A row with its checksum, as it was read. */
export interface ReadRow extends Row {
  readonly crc: number | null
}

/** Damaged rows that this process has met: `compact` leaves them where they are. */
export class DamagedRows {
  readonly #met = new Map<string, Set<number>>()
  readonly #report: ReportDamage

  constructor(report: ReportDamage) {
    this.#report = report
  }

  /** Those rows that are whole; the others are reported. */
  sift(board: string, layer: string, rows: readonly ReadRow[]): Row[] {
    return rows.flatMap(({ n, bytes, crc }) => {
      if (isWhole(bytes, crc, { board, layer, part: n })) return [{ n, bytes }]
      this.#meet(board, layer, n)
      return []
    })
  }

  #meet(board: string, layer: string, n: number): void {
    const key = keyOf(board, layer)
    const met = this.#met.get(key) ?? new Set<number>()
    this.#met.set(key, met.add(n))
    this.#report({ board, layer, what: 'row', n })
  }

  of(board: string, layer: string): readonly number[] {
    return [...(this.#met.get(keyOf(board, layer)) ?? [])]
  }
}

function keyOf(board: string, layer: string): string {
  return `${board} ${layer}`
}
