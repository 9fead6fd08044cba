import type { LayerKind } from './layer.ts'

/** What a person is on one board, highest first; one role a person and board. */
export const ROLES = ['owner', 'facilitator', 'deputy', 'agent', 'participant', 'observer'] as const

export type Role = (typeof ROLES)[number]

export function isRole(value: unknown): value is Role {
  return ROLES.includes(value as Role)
}

/** An owner may do all that a facilitator may; a deputy stands in. */
export function mayFacilitate(role: Role): boolean {
  return role === 'owner' || role === 'facilitator' || role === 'deputy'
}

/** May `role` comment? `observersComment`: the board says that those who look on may. */
export function mayComment(role: Role, observersComment: boolean): boolean {
  return role !== 'observer' || observersComment
}

/**
 * May `role` read a layer of this kind? `isOwnMember`: the layer belongs to the person who asks.
 * The one reader whom a teller chose for a `story` is not known here: the caller adds them.
 */
export function mayRead(kind: LayerKind, role: Role, isOwnMember: boolean): boolean {
  switch (kind) {
    case 'common':
    case 'conduct':
      return true
    case 'agents':
      return mayFacilitate(role) || role === 'agent'
    case 'own':
      return isOwnMember && role !== 'observer'
    case 'story':
      return isOwnMember
  }
}

/** May `role` write a layer of this kind? `conduct` is written by the server alone. */
export function mayWrite(kind: LayerKind, role: Role, isOwnMember: boolean): boolean {
  if (kind === 'conduct') return false
  if (role === 'observer') return false
  return mayRead(kind, role, isOwnMember)
}
