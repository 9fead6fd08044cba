import type { Role } from '@second-story/protocol'

/** What a role is called, and what it may do, in one line. */
export const ROLE_WORDS: Readonly<Record<Role, { readonly label: string; readonly note: string }>> = {
  owner: { label: 'Owner', note: 'Everything, the board itself included' },
  facilitator: { label: 'Facilitator', note: 'Leads: stages, timer, quiet writing, links' },
  deputy: { label: 'Deputy', note: 'Stands in for the facilitator' },
  agent: { label: 'Agent of chaos', note: 'Prepares what others do not see yet' },
  participant: { label: 'Participant', note: 'Draws and writes' },
  observer: { label: 'Observer', note: 'Reads along, changes nothing' },
}

/** Roles from the most rights to the fewest. */
export const ROLES: readonly Role[] = ['owner', 'facilitator', 'deputy', 'agent', 'participant', 'observer']

/** The roles that somebody may give: never above their own, and owners only by owners. */
export function rolesBelow(mine: Role): readonly Role[] {
  if (mine === 'owner') return ROLES
  if (mine === 'facilitator' || mine === 'deputy') return ROLES.slice(ROLES.indexOf(mine) + 1)
  return []
}
