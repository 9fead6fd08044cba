import { mayFacilitate, ROLES, type Role } from '@second-story/protocol'

/** Smaller is higher. */
function rank(role: Role): number {
  return ROLES.indexOf(role)
}

/** May `mine` change someone who is `theirs` into `next` (null: take them off)? An owner may all; others only below themselves. */
export function mayChange(mine: Role, theirs: Role | null, next: Role | null): boolean {
  if (mine === 'owner') return true
  if (!mayFacilitate(mine)) return false
  const isBelow = (role: Role | null): boolean => role === null || rank(role) > rank(mine)
  return isBelow(theirs) && isBelow(next)
}

/** Invites never give `owner`; facilitators and deputies invite participants, observers and agents. */
export function mayInviteAs(mine: Role, role: Role): boolean {
  if (role === 'owner') return false
  if (mine === 'owner') return true
  return mayFacilitate(mine) && (role === 'agent' || role === 'participant' || role === 'observer')
}

/** Who is in already keeps the higher role. */
export function higher(a: Role | null, b: Role): Role {
  return a !== null && rank(a) < rank(b) ? a : b
}
