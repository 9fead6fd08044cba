import type { Reach } from '@second-story/protocol'
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
  /** what the fold that made the snapshot said of it (`digestOf`); absent, null or unreadable: the snapshot is read instead */
  readonly digest?: Uint8Array | null
  readonly rows: readonly Row[]
  readonly owners: readonly Claim[]
  /** number of the last row ever appended, 0 for none */
  readonly head: number
  /** number of the last row that the snapshot holds; 0 and absent: none */
  readonly through?: number
  /** grows when the layer is replaced; rows have numbers within it */
  readonly epoch?: number
  /** restored from a backup: people may bring back what the backup lacks, others' structs among it (SPEC.md rule 3) */
  readonly healing?: boolean
}

/** Names another process that serves the same boards. */
export type NodeId = string

/** What happens to a room. The host turns sockets, timers and disk into these. */
export type RoomEvent =
  | { readonly type: 'loaded'; readonly stored: Stored }
  /** `since`: how far it says that it has come (`104 reached`, or a snapshot's header) */
  | {
      readonly type: 'opened'
      readonly connection: ConnectionId
      readonly session: Session
      readonly since?: Reach | null
    }
  | { readonly type: 'message'; readonly connection: ConnectionId; readonly bytes: Uint8Array }
  | { readonly type: 'closed'; readonly connection: ConnectionId }
  /** a role or name changed; removal is a close by the host */
  | { readonly type: 'access'; readonly connection: ConnectionId; readonly session: Session }
  /** there is time to learn so many structs, as `learn` asked for */
  | { readonly type: 'learn'; readonly structs: number }
  /** the server's own hand wrote; the update is trusted */
  | { readonly type: 'write'; readonly update: Uint8Array }
  /** `mayStore` is false while the disk is being left alone after a failure: presence goes on */
  | { readonly type: 'tick'; readonly mayStore: boolean }
  /** the last `append` is on disk, as row `n` (null when it had owners only); a gap before `n` is rows of other nodes */
  | { readonly type: 'appended'; readonly n: number | null }
  | { readonly type: 'append-failed' }
  /** rows up to `through` are now in `snapshot`, on disk; `epoch` when the layer was replaced by it */
  | {
      readonly type: 'compacted'
      readonly snapshot: Uint8Array
      readonly digest?: Uint8Array | null
      readonly through: number
      readonly epoch?: number
    }
  | { readonly type: 'compact-failed' }
  /** presence was left out for a slow reader that has room again (`Backlog`) */
  | { readonly type: 'missed-presence'; readonly connection: ConnectionId }
  /** about once a second */
  | { readonly type: 'beat' }
  // Other nodes (rule 11). All of these are hints, they may be lost, doubled or late: the log alone is the truth.
  /** another node says that it appended this row */
  | { readonly type: 'heard-row'; readonly row: Row; readonly owners: readonly Claim[] }
  /** the log is known to have come this far */
  | { readonly type: 'heard-head'; readonly head: number }
  /** the answer to a `read`: what is in the log after the row that was asked for */
  | { readonly type: 'caught-up'; readonly stored: Stored }
  | { readonly type: 'read-failed' }
  /** presence as another node tells it; `whole` when it is all that it has */
  | {
      readonly type: 'heard-presence'
      readonly node: NodeId
      readonly bytes: Uint8Array
      readonly whole: boolean
    }
  /** another node has just opened this room: it is told who is here */
  | { readonly type: 'asked-presence' }
