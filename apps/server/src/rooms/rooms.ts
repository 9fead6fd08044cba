import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { LayerRef } from '@second-story/protocol'
import type * as Y from 'yjs'

import type { PackedLayer } from './packed-layer.ts'

export type { Access, Caller } from './access.ts'

/** Layers of a board as they are on disk at one moment. */
export interface StoredBoard {
  /** names what they hold: the same only while nothing was written; of this process */
  readonly state: string
  /** by `formatLayer` name: updates, oldest first; none for a layer in which nothing was written */
  readonly layers: ReadonlyMap<string, readonly Uint8Array[]>
}

/** The synced layers of all boards, as the rest of the server sees them. */
export interface Rooms {
  /** answers /sync/<room> upgrades: accepts, then closes with a code when refused */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void

  /**
   * The server's own hand: runs `change` on the layer's document, resolves with its result once the update is on disk, then
   * tells everyone. `change` is synchronous; when it throws nothing is written.
   */
  write<T>(board: string, layer: LayerRef, change: (doc: Y.Doc) => T): Promise<T>

  /** Several layers of one board written in one transaction (a reveal); documents by `formatLayer` name. */
  writeMany<T>(
    board: string,
    layers: readonly LayerRef[],
    change: (docs: ReadonlyMap<string, Y.Doc>) => T,
  ): Promise<T>

  /** Looks at the layer's document, with nothing in it that is not on disk; `look` must not change or keep it. */
  read<T>(board: string, layer: LayerRef, look: (doc: Y.Doc) => T): Promise<T>

  /** The same for several layers of one board at one moment; documents by `formatLayer` name. */
  readMany<T>(
    board: string,
    layers: readonly LayerRef[],
    look: (docs: ReadonlyMap<string, Y.Doc>) => T,
  ): Promise<T>

  /** Several layers of one board at one moment, for a thread that builds documents of them. Builds none. */
  stored(board: string, layers: readonly LayerRef[]): Promise<StoredBoard>

  /** What `stored` would call its state, without opening anything. */
  state(board: string, layers: readonly LayerRef[]): Promise<string>

  /** The layer as it is now, as a V2 update. */
  snapshot(board: string, layer: LayerRef): Promise<Uint8Array>

  /**
   * The layer as V2, packed, for GET …/layers/:layer/snapshot: as the last fold packed it, read from the disk as it is. What came
   * since then comes over the socket. Null for one that was never folded.
   */
  packed(board: string, layer: LayerRef): Promise<PackedLayer | null>

  /** Whoever fetched a layer connects next: while they read it, its room is made ready. */
  expect(board: string, layer: LayerRef): void

  /** What is on disk of a layer, as it lies there: V1 updates, oldest first. */
  rows(board: string, layer: LayerRef): Promise<readonly Uint8Array[]>

  /** A layer that was never folded as V2, packed, as it is now: a large one takes another thread its time. */
  packNow(board: string, layer: LayerRef): Promise<PackedLayer>

  /** every `own` layer that exists on the board, with its member (account ids) */
  ownLayers(board: string): Promise<readonly string[]>

  /**
   * Rewrites a layer from its present document without history (after deletions inside it): rows dropped, old snapshot gone,
   * write-ahead log truncated. The state vector stays, so that a late copy which resends what went is stripped.
   */
  forget(board: string, layer: LayerRef): Promise<void>

  /** Role changed or member removed: applied to open connections now (4403 on removal, 4404 on a deleted board). */
  accessChanged(board: string, account?: string): Promise<void>

  /** A session or token of the account ended: the connections that came with it close now (4401), on every board. */
  signedOut(account: string): Promise<void>

  /** Closes the board's connections (4404) and removes its layers from the disk. */
  removeBoard(board: string): Promise<void>

  /**
   * who is connected to `common` now (account ids), for "here now" on the boards list; of those on other nodes, whoever shows
   * themselves on a board that is open on this one too
   */
  present(board: string): readonly string[]

  /** the colour that each account shows on the board, by account id; only of those who are connected */
  colours(board: string): ReadonlyMap<string, number>

  /** SIGTERM: takes no more, stores what was taken, closes 4503; resolves when everything is on disk. */
  close(): Promise<void>
}
