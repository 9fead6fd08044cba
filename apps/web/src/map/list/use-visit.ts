import type { ItemId } from '@second-story/board'
import { useEffect, useRef } from 'react'
import { announce } from '../../aloud/announce.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import { nameOf } from '../../outline/item-words.ts'
import { useSession } from '../../session/use-session.ts'

/** “Take me to where Ada is”: the view goes there, and the focus to what she has in hand. */
export function useVisit(go: (id: ItemId) => void): void {
  const session = useSession()
  const newest = useRef(go)
  newest.current = go
  useEffect(
    () =>
      useBoardUi.subscribe(({ visit }, before) => {
        if (!visit || visit === before.visit) return
        const person = session.people.all.find(({ account }) => account === visit.account)
        const id = person?.typing ?? person?.selection?.[0]
        const item = id ? session.live.snapshot.items.get(id) : undefined
        if (!person) return
        announce(
          item ? `${person.name} is at ${nameOf(item)}.` : `${person.name} has nothing in hand just now.`,
        )
        if (item?.place) newest.current(item.id)
      }),
    [session],
  )
}
