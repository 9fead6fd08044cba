import type { ItemId } from '@second-story/board'
import { useMemo, useRef } from 'react'
import type { Person } from '../../presence/people.ts'
import { useCell } from '../../session/cell.ts'
import { useSession } from '../../session/use-session.ts'

/** Somebody else at a line. */
export interface Here {
  readonly name: string
  /** 1 to 6: `--who-n` */
  readonly colour: number
  readonly isWriting: boolean
}

/** Who else is at which thing. A list that says the same keeps its identity. */
export function hereOf(
  people: readonly Person[],
  before: ReadonlyMap<ItemId, readonly Here[]>,
): ReadonlyMap<ItemId, readonly Here[]> {
  const now = new Map<ItemId, Here[]>()
  for (const { isMe, name, colour, selection = [], typing } of people) {
    if (isMe) continue
    // somebody who has half the board in hand is not at any one line
    const at = selection.length > 8 ? [] : selection
    for (const id of new Set(typing ? [...at, typing] : at)) {
      const one = { name, colour, isWriting: typing === id }
      const held = now.get(id)
      if (held) held.push(one)
      else now.set(id, [one])
    }
  }
  const kept = new Map<ItemId, readonly Here[]>()
  for (const [id, list] of now) {
    const was = before.get(id)
    kept.set(id, was && JSON.stringify(was) === JSON.stringify(list) ? was : list)
  }
  return kept
}

export function useHere(): ReadonlyMap<ItemId, readonly Here[]> {
  const people = useCell(useSession().people.list)
  const last = useRef<ReadonlyMap<ItemId, readonly Here[]>>(new Map())
  return useMemo(() => {
    last.current = hereOf(people, last.current)
    return last.current
  }, [people])
}

/** “Ada is here”, “Ada and Tunde are here”, “Ada is writing here”. */
export function sayHere(here: readonly Here[]): string {
  const writing = here.filter(({ isWriting }) => isWriting).map(({ name }) => name)
  const names = writing.length > 0 ? writing : here.map(({ name }) => name)
  return `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} ${writing.length > 0 ? 'writing ' : ''}here`
}
