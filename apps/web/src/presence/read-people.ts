import { type ItemId, isId, itemId } from '@second-story/board'
import { isRole, type PresenceUser, readPresence } from '@second-story/protocol'
import type { Person, Shown } from './people.ts'

/**
 * Everybody in the awareness states but this connection. States without the server's word on who it is are left
 * out; what does not fit is dropped.
 */
export function readPeople(
  states: ReadonlyMap<number, unknown>,
  self: number,
  myAccount: string,
): readonly Person[] {
  const people: Person[] = []
  for (const [key, state] of states) {
    const user = key === self ? null : readUser(state)
    if (!user) continue
    const { account, name, colour, role } = user
    people.push({ key, isMe: account === myAccount, account, name, colour, role, ...readShown(state) })
  }
  return people.sort((a, b) => a.key - b.key)
}

/** Everybody once: as the connection shows them that `usedAt` says they used last. */
export function onePerPerson(
  people: readonly Person[],
  usedAt: ReadonlyMap<number, number>,
): readonly Person[] {
  const last = new Map<string, Person>()
  const at = (person: Person): number => usedAt.get(person.key) ?? 0
  for (const person of people) {
    const other = last.get(person.account)
    if (!other || at(person) > at(other)) last.set(person.account, person)
  }
  return people.filter((person) => last.get(person.account) === person)
}

/** The server's word on who a state belongs to. */
export function readUser(state: unknown): PresenceUser | null {
  const user = (state as { user?: Partial<PresenceUser> } | null)?.user
  if (!user || typeof user.account !== 'string' || typeof user.name !== 'string') return null
  if (!isRole(user.role) || typeof user.colour !== 'number') return null
  return { ...user, kind: user.kind ?? 'member' } as PresenceUser
}

function readShown(state: unknown): Shown {
  const { cursor, selection, viewport, drag, ink, typing, follows, walking, where, asks } =
    readPresence(state)
  return {
    ...(cursor && 'x' in cursor ? { cursor } : {}),
    ...(selection ? { selection: selection.filter(isId).map(itemId) } : {}),
    ...(viewport ? { viewport: { ...viewport, w: viewport.w ?? 0, h: viewport.h ?? 0 } } : {}),
    ...(drag
      ? { drag: drag.flatMap((move) => (isId(move.id) ? [{ ...move, id: itemId(move.id) }] : [])) }
      : {}),
    ...(ink ? { ink } : {}),
    ...(typing ? { typing: brand(typing) } : {}),
    ...(follows ? { follows } : {}),
    ...(walking ? { walking: brand(walking) } : {}),
    ...(where ? { where } : {}),
    ...(asks ? { asks } : {}),
  }
}

/** What React shows of people; cursors, views and drags bypass it. */
export function slowPart(people: readonly Person[]): string {
  return JSON.stringify(
    people.map(({ key, account, name, colour, role, selection, typing, follows, walking, where, asks }) => [
      key,
      account,
      name,
      colour,
      role,
      selection,
      typing,
      follows,
      walking,
      where,
      asks,
    ]),
  )
}

const brand = (id: string): ItemId | null => (isId(id) ? itemId(id) : null)
