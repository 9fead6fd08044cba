import type { Claim, Row } from '@second-story/sync'

/** A layer as it lies on disk. */
export interface StoredLayer {
  readonly snapshot: Uint8Array | null
  /** what came after the snapshot, oldest first */
  readonly rows: readonly Row[]
  readonly owners: readonly Claim[]
  /** number of the last row ever appended, 0 for none */
  readonly head: number
}

/** One row and new owners for one layer. */
export interface Append {
  readonly board: string
  readonly layer: string
  /** null when there are only owners to keep */
  readonly bytes: Uint8Array | null
  readonly owners: readonly Claim[]
}

/**
 * Where layers live. A layer is named by `formatLayer` (`common`, `own.<account>` …) and comes to exist with its first
 * append. Promises resolve only when what they promise would survive a cut power cord.
 *
 * Pitfalls for whoever writes another one:
 * - `append` is one transaction for all its entries: all or none, however many boards they touch.
 * - Rows are numbered per layer in the order in which they become visible; numbers go on after `compact`.
 * - An owner, once written, never changes: a second claim is passed over.
 * - A row that arrives while a snapshot is being made must outlive `compact`.
 * - After `replace` and `removeBoard` the old bytes must be gone from every file, logs and free pages included.
 * - Bytes are returned as they were given; nobody changes them afterwards.
 */
export interface LayerStore {
  /** Everything of one layer; an unknown one is empty. */
  load(board: string, layer: string): Promise<StoredLayer>

  /** Appends; resolves with the number of each entry's row (null for owners only), in their order. */
  append(entries: readonly Append[]): Promise<readonly (number | null)[]>

  /** Puts `snapshot` in the place of the old one and of all rows up to `through`; later rows stay. */
  compact(board: string, layer: string, snapshot: Uint8Array, through: number): Promise<void>

  /**
   * Like `compact`, but what went is wiped from the disk: for an anonymous reveal and for erasure. False, and nothing done,
   * when the log has moved on past `through`: what came meanwhile may build on what is to be forgotten, so read again.
   */
  replace(board: string, layer: string, snapshot: Uint8Array, through: number): Promise<boolean>

  /** Removes a board's layers, and wipes them. */
  removeBoard(board: string): Promise<void>

  /** Names of the layers that exist on a board, sorted. */
  list(board: string): Promise<readonly string[]>

  /**
   * A Yjs client for the server's own hand on this layer (SPEC.md rule 14): `holder`'s own until `now + forMs`, or one whose
   * holder has let it run out, or a new one. Two holders never hold the same at one time.
   */
  lease(board: string, layer: string, holder: string, now: number, forMs: number): Promise<number>
}
