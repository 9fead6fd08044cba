import type { Claim, Row } from '@second-story/sync'

/** A layer as it lies on disk. */
export interface StoredLayer {
  readonly snapshot: Uint8Array | null
  /** what the fold said of the snapshot, as it was given; null where there is none, or it was damaged */
  readonly digest: Uint8Array | null
  /** what came after the snapshot, oldest first */
  readonly rows: readonly Row[]
  readonly owners: readonly Claim[]
  /** number of the last row ever appended, 0 for none */
  readonly head: number
  /** number of the last row that the snapshot holds, 0 for none */
  readonly through: number
  /** grows with every `replace`: who knows the layer by an older one knows what is to be forgotten */
  readonly epoch: number
  /**
   * Restored from a backup: clients may know more than the server, and give it back. Ends with `replace`: what is forgotten
   * from then on must not come back so.
   */
  readonly healing: boolean
}

/** One row and new owners for one layer. */
export interface Append {
  readonly board: string
  readonly layer: string
  /** the layer's epoch as the writer knows it; 0 for a layer that does not exist yet */
  readonly epoch: number
  /** null when there are only owners to keep */
  readonly bytes: Uint8Array | null
  readonly owners: readonly Claim[]
}

/** `claimed`: a client belongs to another account; `replaced`: the epoch is not the layer's (any more). */
export type Refusal = 'claimed' | 'replaced'

/** Number of the entry's row (null for owners only), or why nothing of the entry was taken. */
export type AppendOutcome = { readonly n: number | null } | { readonly refused: Refusal }

/** A snapshot that is to take the place of a layer's log. */
export interface Fold {
  readonly snapshot: Uint8Array
  /** number of the last row that it holds */
  readonly through: number
  /** the same as V2, packed (`off-thread/packing.ts`), to be served as it is; null: there is none */
  readonly packed: Uint8Array | null
  /** what is to be known of the snapshot before it is read (`digestOf`); null: there is none */
  readonly digest: Uint8Array | null
  /** the epoch of what it was made from */
  readonly epoch: number
}

/** The snapshot of a layer as V2, packed, and the last row that it holds. */
export interface Packed {
  readonly bytes: Uint8Array
  readonly through: number
}

/** Names a layer. */
export interface LayerKey {
  readonly board: string
  readonly layer: string
}

/** How far a layer's log has come. */
export interface LayerHead {
  readonly head: number
  readonly epoch: number
}

/**
 * Where layers live. A layer is named by `formatLayer` (`common`, `own.<account>` …) and comes to exist with its first
 * append. Promises resolve only when what they promise would survive a cut power cord. Several nodes may use one place at
 * the same time (SPEC.md rule 11).
 *
 * Pitfalls for whoever writes another one:
 * - `append` is one transaction for all its entries, however many boards they touch; only a refused entry is left out, alone
 *   and whole: none of its owners is kept.
 * - Rows are numbered per layer in the order in which they become visible, on every node: the layer's head is locked first.
 *   Numbers go on after `compact`.
 * - An owner, once written, never changes.
 * - A row that arrives while a snapshot is being made must outlive `compact`. So must those that another node's newer
 *   snapshot holds: an older one never takes the place of a newer one.
 * - A snapshot made before a `replace` never comes after it: it holds what was to be forgotten.
 * - After `replace` and `removeBoard` the old bytes must be gone from every file, logs and free pages included.
 * - What the disk gives back changed is never served: a snapshot is made anew from its packed form, or `load` and `readAfter`
 *   throw `DamagedError`; a row is left out, and so is a digest. All are reported. A damaged row stays where it is until it is wiped.
 * - A digest is served beside the very snapshot that it was given with, never beside one that was made anew.
 * - Bytes are returned as they were given; nobody changes them afterwards.
 */
export interface LayerStore {
  /** Everything of one layer; an unknown one is empty. */
  load(board: string, layer: string): Promise<StoredLayer>

  /**
   * What came after row `after`, oldest first. The snapshot is null unless it holds rows after `after` (they are rows no
   * more): then it is given whole, and all rows since. Owners are always all of them.
   */
  readAfter(board: string, layer: string, after: number): Promise<StoredLayer>

  /** How far these layers are, in their order, in one question; zeros for those that do not exist. */
  heads(layers: readonly LayerKey[]): Promise<readonly LayerHead[]>

  /** Appends; resolves with what became of each entry, in their order. */
  append(entries: readonly Append[]): Promise<readonly AppendOutcome[]>

  /**
   * Puts a snapshot in the place of the old one and of all rows that it holds; later rows stay. False, and nothing done, when
   * the stored one holds as much or more, or the layer was replaced since: another node was faster.
   */
  compact(board: string, layer: string, fold: Fold): Promise<boolean>

  /**
   * Like `compact`, but what went is wiped from the disk: for an anonymous reveal and for erasure. The epoch grows by one.
   * False, and nothing done, when the log has moved on past `fold.through` or the layer was replaced meanwhile: what came may
   * build on what is to be forgotten, so read again. `committed` is called as soon as what is appended has to name the new
   * epoch: the wiping may take longer.
   */
  replace(board: string, layer: string, fold: Fold, committed?: () => void): Promise<boolean>

  /** The snapshot as it was packed by the last fold; null where there is none. */
  packed(board: string, layer: string): Promise<Packed | null>

  /** Removes a board's layers, and wipes them; where a backup is being taken, as soon as it has ended. */
  removeBoard(board: string): Promise<void>

  /** Names of the layers of a board in which something was written, sorted. */
  list(board: string): Promise<readonly string[]>

  /**
   * A Yjs client for the server's own hand on this layer (SPEC.md rule 14): `holder`'s own until `now + forMs`, or one whose
   * holder has let it run out, or a new one. Two holders never hold the same at one time.
   */
  lease(board: string, layer: string, holder: string, now: number, forMs: number): Promise<number>
}

/** A layer of which nothing is known. */
export const NO_LAYER: StoredLayer = {
  snapshot: null,
  digest: null,
  rows: [],
  owners: [],
  head: 0,
  through: 0,
  epoch: 0,
  healing: false,
}
