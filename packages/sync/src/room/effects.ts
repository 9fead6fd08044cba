import type { Claim } from '../gate/owners.ts'
import type { Kind } from './backlog.ts'
import type { Row } from './events.ts'
import type { ConnectionId } from './session.ts'

/** What a room wants done, in this order. */
export type Effect =
  /** `kind`: what a slow reader may miss; see `Backlog` */
  | {
      readonly type: 'send'
      readonly to: readonly ConnectionId[]
      readonly bytes: Uint8Array
      readonly kind: Kind
    }
  | {
      readonly type: 'close'
      readonly connection: ConnectionId
      readonly code: number
      readonly reason: string
    }
  /** give the room a `tick` soon: it has something to store or to tell */
  | { readonly type: 'wake' }
  /** give the room a `learn` when there is time; `isAwaited`: soon, for somebody waits for it. Each asks for one. */
  | { readonly type: 'learn'; readonly isAwaited: boolean }
  /** store durably, then answer with `appended` or `append-failed`; never two at a time */
  | { readonly type: 'append'; readonly bytes: Uint8Array | null; readonly owners: readonly Claim[] }
  /** fold the log into a snapshot, then answer with `compacted` or `compact-failed` */
  | { readonly type: 'compact' }
  /** nobody is here and everything is on disk: the host may forget the room, if it does so before anything else happens */
  | { readonly type: 'unload' }
  // Other nodes (rule 11); a host without any may leave out `publish`, and never sees `read`
  /** a row is on disk and taken over: for the server's own hand, and, when it is `ours`, for the other nodes */
  | {
      readonly type: 'landed'
      readonly row: Row
      readonly owners: readonly Claim[]
      readonly ours: boolean
    }
  /** read the log after row `after`, then answer with `caught-up` or `read-failed`; never two at a time */
  | { readonly type: 'read'; readonly after: number }
  /** tell the other nodes who is here; `whole`: it is everybody on this node */
  | { readonly type: 'publish-presence'; readonly bytes: Uint8Array; readonly whole: boolean }
  /** for the log; no content */
  | {
      readonly type: 'report'
      readonly what: 'refused' | 'quarantined'
      readonly reason: string
      readonly account?: string
    }
