import type { Claim } from '../gate/owners.ts'
import type { ConnectionId, Session } from './session.ts'

/** One row of a layer's log; `n` grows by one. */
export interface Row {
  readonly n: number
  readonly bytes: Uint8Array
}

/** A layer as it lies on disk. */
export interface Stored {
  readonly snapshot: Uint8Array | null
  readonly rows: readonly Row[]
  readonly owners: readonly Claim[]
  /** number of the last row ever appended, 0 for none */
  readonly head: number
}

/** What happens to a room. The host turns sockets, timers and disk into these. */
export type RoomEvent =
  | { readonly type: 'loaded'; readonly stored: Stored }
  | { readonly type: 'opened'; readonly connection: ConnectionId; readonly session: Session }
  | { readonly type: 'message'; readonly connection: ConnectionId; readonly bytes: Uint8Array }
  | { readonly type: 'closed'; readonly connection: ConnectionId }
  /** a role or name changed; removal is a close by the host */
  | { readonly type: 'access'; readonly connection: ConnectionId; readonly session: Session }
  /** the server's own hand wrote; the update is trusted */
  | { readonly type: 'write'; readonly update: Uint8Array }
  /** `mayStore` is false while the disk is being left alone after a failure: presence goes on */
  | { readonly type: 'tick'; readonly mayStore: boolean }
  /** the last `append` is on disk, as row `n` (null when it had owners only) */
  | { readonly type: 'appended'; readonly n: number | null }
  | { readonly type: 'append-failed' }
  /** rows up to `through` are now in `snapshot`, on disk */
  | { readonly type: 'compacted'; readonly snapshot: Uint8Array; readonly through: number }
  | { readonly type: 'compact-failed' }
  /** about once a second */
  | { readonly type: 'beat' }
