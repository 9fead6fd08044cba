import type { ItemId } from '@second-story/board'
import type { Role } from '@second-story/protocol'
import type { Person } from '../presence/people.ts'

/** Where the walkers stood when we last looked: connection -> event. */
export type Stood = ReadonlyMap<number, ItemId | null>

export interface Walk {
  readonly event: ItemId | null
  readonly by: Person
}

/** Who may lead the others along the timeline; the server lets nobody else show where they stand. */
export function mayLead(role: Role): boolean {
  return role === 'owner' || role === 'facilitator' || role === 'deputy'
}

export function standing(people: readonly Person[]): Stood {
  return new Map(people.filter(({ role }) => mayLead(role)).map(({ key, walking }) => [key, walking ?? null]))
}

/**
 * The step that somebody just took, to go along with: whoever moved since `before`. With several at once the one who
 * facilitates. Somebody who stops while another stands somewhere takes nobody away.
 */
export function stepTaken(before: Stood, people: readonly Person[]): Walk | null {
  const moved = people.filter(
    ({ key, role, walking }) => mayLead(role) && (walking ?? null) !== (before.get(key) ?? null),
  )
  const walkers = moved.filter(({ walking }) => walking)
  const [first] = [...(walkers.length > 0 ? walkers : moved)].sort(byRole)
  if (first) return first.walking || !leader(people) ? { event: first.walking ?? null, by: first } : null
  const left = [...before].some(([key, event]) => event && !people.some((person) => person.key === key))
  const now = leader(people)
  return left && now ? { event: now.walking ?? null, by: now } : null
}

/** Who stands on an event for everybody to see, if anyone; what a late joiner goes along with. */
export function leader(people: readonly Person[]): Person | null {
  const walkers = people.filter(({ role, walking }) => mayLead(role) && walking)
  return [...walkers].sort(byRole)[0] ?? null
}

const RANK: Readonly<Record<Role, number>> = {
  facilitator: 0,
  deputy: 1,
  owner: 2,
  agent: 3,
  participant: 3,
  observer: 3,
}

function byRole(a: Person, b: Person): number {
  return RANK[a.role] - RANK[b.role] || a.key - b.key
}
