import {
  acceptAnswer,
  acceptBody,
  inviteBody,
  inviteInfo,
  inviteMade,
  invitesAnswer,
} from '@second-story/protocol'
import type { ArrivalLimit } from '../accounts/arrival-limit.ts'
import type { BoardAccess } from '../boards/board-access.ts'
import type { Endpoints } from '../http/endpoint.ts'
import { publicOrigin } from '../http/origin.ts'
import { Problem } from '../http/problem.ts'
import { mayInviteAs } from '../members/policy.ts'
import type { Parts } from '../parts.ts'
import { Accepting } from './accepting.ts'
import { Invites, inviteOf } from './invites.ts'

/** Links by which people join a board, and joining by one. */
export function inviteRoutes(on: Endpoints, parts: Parts, access: BoardAccess, arrivals: ArrivalLimit): void {
  const { tables, clock, makeId, config } = parts
  const invites = new Invites(tables, clock, makeId)
  const accepting = new Accepting(parts, invites, access, arrivals)

  on.add(
    'GET /api/boards/{board}/invites',
    { what: 'Links that still let people in', answer: invitesAnswer },
    async ({ seat }) => ({ invites: (await invites.of({ board: seat.board.id })).map(inviteOf) }),
  )

  on.add(
    'POST /api/boards/{board}/invites',
    { what: 'Make a link by which people join', body: inviteBody, answer: inviteMade, status: 201 },
    async ({ c, body, seat }) => {
      if (!mayInviteAs(seat.role, body.role))
        throw new Problem('forbidden', 'You cannot invite people in this role.')
      const made = await invites.make({ board: seat.board.id }, body.role, body)
      return { ...made, url: `${publicOrigin(c, config)}/join/${made.token}` }
    },
  )

  on.add(
    'DELETE /api/boards/{board}/invites/{invite}',
    { what: 'End a link: it stops new joins, and takes nobody off', answer: null },
    async ({ params, seat }) => {
      await invites.revoke({ board: seat.board.id }, params.invite)
      return null
    },
  )

  on.add('GET /api/invites/{token}', { what: 'What a link leads to', answer: inviteInfo }, ({ params }) =>
    accepting.describe(params.token),
  )

  on.add(
    'POST /api/invites/{token}/accept',
    {
      what: 'Join by a link: as who is signed in, or as a guest with a name',
      body: acceptBody,
      answer: acceptAnswer,
    },
    ({ c, params, body, caller }) => accepting.accept(c, params.token, body.name, caller),
  )
}
