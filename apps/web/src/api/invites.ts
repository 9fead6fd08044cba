import type { Account, Invite, InviteInfo, Role } from '@second-story/protocol'
import { request } from './request.ts'

/** `url` is shown this once. */
export interface NewInvite {
  readonly id: string
  readonly token: string
  readonly url: string
  readonly expiresAt: number
}

export interface Joined {
  readonly board: { readonly id: string } | null
  readonly team: { readonly id: string } | null
  readonly account: Account
}

export const listInvites = (board: string): Promise<readonly Invite[]> =>
  request<{ invites: readonly Invite[] }>('GET', `/api/boards/${board}/invites`).then(
    ({ invites }) => invites,
  )
export const makeInvite = (board: string, role: Role, expiresInHours: number): Promise<NewInvite> =>
  request('POST', `/api/boards/${board}/invites`, { role, expiresInHours })
export const revokeInvite = (board: string, invite: string): Promise<void> =>
  request('DELETE', `/api/boards/${board}/invites/${invite}`)

export const inviteInfo = (token: string): Promise<InviteInfo> =>
  request('GET', `/api/invites/${encodeURIComponent(token)}`)
/** `name` makes a guest where nobody is signed in. */
export const acceptInvite = (token: string, name?: string): Promise<Joined> =>
  request('POST', `/api/invites/${encodeURIComponent(token)}/accept`, name === undefined ? {} : { name })
