import type { Invite, Person, Team, TeamRole } from '@second-story/protocol'
import type { NewInvite } from './invites.ts'
import { request } from './request.ts'

export type TeamMember = Person & { readonly role: TeamRole }

export const listTeams = (): Promise<readonly Team[]> =>
  request<{ teams: readonly Team[] }>('GET', '/api/teams').then(({ teams }) => teams)
export const teamMembers = (team: string): Promise<readonly TeamMember[]> =>
  request<{ members: readonly TeamMember[] }>('GET', `/api/teams/${team}/members`).then(
    ({ members }) => members,
  )
export const teamInvites = (team: string): Promise<readonly Invite[]> =>
  request<{ invites: readonly Invite[] }>('GET', `/api/teams/${team}/invites`).then(({ invites }) => invites)
export const revokeTeamInvite = (team: string, invite: string): Promise<void> =>
  request('DELETE', `/api/teams/${team}/invites/${invite}`)
export const makeTeamInvite = (team: string): Promise<NewInvite> =>
  request('POST', `/api/teams/${team}/invites`, {})
export const setTeamRole = (team: string, account: string, role: TeamRole): Promise<void> =>
  request('PUT', `/api/teams/${team}/members/${account}`, { role })
export const removeTeamMember = (team: string, account: string): Promise<void> =>
  request('DELETE', `/api/teams/${team}/members/${account}`)
export const makeTeam = (title: string): Promise<Team> =>
  request<{ team: Team }>('POST', '/api/teams', { title }).then(({ team }) => team)
