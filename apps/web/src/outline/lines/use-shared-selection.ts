import type { ItemId, RelationId } from '@second-story/board'
import { type RefObject, useEffect } from 'react'
import { announce } from '../../aloud/announce.ts'
import { type BoardUi, useBoardUi } from '../../board/board-ui.ts'
import { shareableSelection } from '../../map/live/shareable.ts'
import type { Person } from '../../presence/people.ts'
import { useSession } from '../../session/use-session.ts'
import { nameOf } from '../item-words.ts'
import { focusLine, lineElement, makeCurrent } from './line-focus.ts'

/** A wish to be taken somewhere that is older than this was meant for another view. */
const FRESH_MS = 3_000

/**
 * The selection, one with the map's: what is chosen here others see, and what was chosen on the map is where Tab enters.
 * Leads to what is asked for: a thing (`reveal`), or where somebody is (`visit`).
 */
export function useSharedSelection(view: RefObject<HTMLElement | null>): void {
  const session = useSession()
  useEffect(() => {
    const { people } = session
    const show = ({ items }: BoardUi): void =>
      people.show({ selection: shareableSelection(session.live.snapshot, items) })
    const look = (now: BoardUi, before: BoardUi | null): void => {
      if (now.reveal && now.reveal !== before?.reveal && isFresh(now.reveal.at)) {
        // an arrow has its line below what it leaves
        const arrow = session.live.snapshot.relations.get(now.reveal.id as RelationId)
        focusLine(arrow ? `${arrow.from}:${arrow.id}` : now.reveal.id)
      }
      if (now.visit && now.visit !== before?.visit && isFresh(now.visit.at)) {
        const { account } = now.visit
        const person = people.all.find((one) => one.account === account)
        goTo(person, (id) => nameAt(session.live.snapshot.items.get(id)))
      }
    }
    const stop = useBoardUi.subscribe((now, before) => {
      if (now.items !== before.items) show(now)
      look(now, before)
    })
    show(useBoardUi.getState())
    look(useBoardUi.getState(), null)
    return () => {
      stop()
      people.show({ selection: [], typing: null })
    }
  }, [session])
  useEffect(() => {
    const [chosen] = useBoardUi.getState().items
    const line = chosen ? lineElement(chosen) : null
    if (!line || !view.current) return
    makeCurrent(view.current, line)
    line.scrollIntoView({ block: 'center' })
  }, [view])
}

function isFresh(at: number): boolean {
  return Date.now() - at < FRESH_MS
}

/** Moves the focus to what somebody has in hand, and says so. */
function goTo(person: Person | undefined, nameOfItem: (id: ItemId) => string | null): void {
  if (!person) return
  const id = person.typing ?? person.selection?.[0] ?? person.walking
  const name = id ? nameOfItem(id) : null
  if (!id || name === null) {
    announce(`${person.name} has nothing in hand just now.`)
    return
  }
  announce(`${person.name} is at ${name}.`)
  focusLine(id)
}

function nameAt(item: Parameters<typeof nameOf>[0] | undefined): string | null {
  return item ? nameOf(item) : null
}
