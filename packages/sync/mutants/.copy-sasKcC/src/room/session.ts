import type { PresenceUser } from '@second-story/protocol'

/** A number for one socket, given by the host. */
export type ConnectionId = number

/** Who stands behind a connection, and what they may do on this layer now. */
export interface Session extends PresenceUser {
  readonly mayWrite: boolean
}
