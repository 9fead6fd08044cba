import type { Claim } from '../gate/owners.ts'
import type { ConnectionId } from './session.ts'

/** What a room wants done, in this order. */
export type Effect =
  | { readonly type: 'send'; readonly to: readonly ConnectionId[]; readonly bytes: Uint8Array }
  | {
      readonly type: 'close'
      readonly connection: ConnectionId
      readonly code: number
      readonly reason: string
    }
  /** give the room a `tick` soon: it has something to store or to tell */
  | { readonly type: 'wake' }
  /** store durably, then answer with `appended` or `append-failed`; never two at a time */
  | { readonly type: 'append'; readonly bytes: Uint8Array | null; readonly owners: readonly Claim[] }
  /** fold the log into a snapshot, then answer with `compacted` or `compact-failed` */
  | { readonly type: 'compact' }
  /** nobody is here and everything is on disk: the host may forget the room, if it does so before anything else happens */
  | { readonly type: 'unload' }
  /** for the log; no content */
  | {
      readonly type: 'report'
      readonly what: 'refused' | 'quarantined'
      readonly reason: string
      readonly account?: string
    }
