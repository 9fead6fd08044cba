import {
  inviteMade,
  invitesAnswer,
  teamAnswer,
  teamBody,
  teamInviteBody,
  teamMembersAnswer,
  teamRoleBody,
  teamsAnswer,
} from '@second-story/protocol'
import { colourOf } from '../accounts/colour.ts'
import type { Endpoints } from '../http/endpoint.ts'
import { publicOrigin } from '../http/origin.ts'
import { Problem } from '../http/problem.ts'
import { Invites, inviteOf } from '../invites/invites.ts'
import type { Parts } from '../parts.ts'
import { Teams } from './teams.ts'

/** Teams, their members, and the link by which people join one. */
export function teamRoutes(on: Endpoints, parts: Parts): void {
  const { tables, clock, makeId, rooms, config } = parts
  const teams = new Teams(tables, clock, makeId)
  const invites = new Invites(tables, clock, makeId)

  const tellRooms = async (team: string, account: string): Promise<void> => {
    for (const board of await teams.boards(team)) await rooms.accessChanged(board, account)
  }

  on.add('GET /api/teams', { what: 'My teams', answer: teamsAnswer }, async ({ caller }) => ({
    teams: await teams.of(caller.account),
  }))

  on.add(
    'POST /api/teams',
    { what: 'Make a team', body: teamBody, answer: teamAnswer, status: 201 },
    async ({ caller, body }) => ({ team: await teams.make(body.title, caller.account) }),
  )

  on.add(
    'GET /api/teams/{team}/members',
    { what: 'Who is in a team', answer: teamMembersAnswer },
    async ({ params }) => ({
      members: (await teams.members(params.team)).map(({ id, name, kind, in_team }) => ({
        id,
        name,
        kind,
        colour: colourOf(id),
        role: in_team,
      })),
    }),
  )

  on.add(
    'PUT /api/teams/{team}/members/{account}',
    { what: 'Make someone an admin, or not', body: teamRoleBody, answer: null },
    async ({ params, body }) => {
      if (!(await teams.roleIn(params.team, params.account))) throw new Problem('not-found')
      await teams.setRole(params.team, params.account, body.role)
      return null
    },
  )

  on.add(
    'DELETE /api/teams/{team}/members/{account}',
    { what: 'Take someone off a team, or leave it', answer: null },
    async ({ params, caller }) => {
      const isAdmin = (await teams.roleIn(params.team, caller.account)) === 'admin'
      if (!isAdmin && params.account !== caller.account) throw new Problem('forbidden')
      await teams.remove(params.team, params.account)
      await tellRooms(params.team, params.account)
      return null
    },
  )

  on.add(
    'POST /api/teams/{team}/invites',
    {
      what: 'Make a link by which people join the team',
      body: teamInviteBody,
      answer: inviteMade,
      status: 201,
    },
    async ({ c, params, body }) => {
      const made = await invites.make({ team: params.team }, 'member', body)
      return { ...made, url: `${publicOrigin(c, config)}/join/${made.token}` }
    },
  )

  on.add(
    'GET /api/teams/{team}/invites',
    { what: 'Links that still let people into the team', answer: invitesAnswer },
    async ({ params }) => ({ invites: (await invites.of({ team: params.team })).map(inviteOf) }),
  )

  on.add(
    'DELETE /api/teams/{team}/invites/{invite}',
    { what: 'End a link: it stops new joins, and takes nobody off', answer: null },
    async ({ params }) => {
      await invites.revoke({ team: params.team }, params.invite)
      return null
    },
  )
}
