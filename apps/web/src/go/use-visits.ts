import { useEffect, useRef } from 'react'
import { announce } from '../aloud/announce.ts'
import { useBoardUi } from '../board/board-ui.ts'
import type { ViewPlace } from '../board/use-view.ts'
import type { Person } from '../presence/people.ts'
import { useSession } from '../session/use-session.ts'
import { rowOf, showInPage } from './show-in-page.ts'
import { leaveHere } from './trail.ts'
import { sayWhere, viewOfPerson } from './where.ts'

/**
 * “Take me to where Ada is”, whatever view she or I have in front, and going along with her from view to view. What
 * happens within the map and the outline is theirs.
 */
export function useVisits(place: ViewPlace): void {
  const session = useSession()
  const newest = useRef(place)
  newest.current = place
  /** the view that was gone to for the sake of whom one follows */
  const led = useRef(place.view)
  useEffect(() => {
    const { people } = session
    const find = (account: string): Person | undefined => people.all.find((one) => one.account === account)
    const visit = (account: string): void => {
      const person = find(account)
      if (!person) return
      const here = newest.current
      const view = viewOfPerson(person)
      leaveHere()
      // the outline tells as well as the map where somebody is, and whoever reads it stays there
      const stays = here.view === 'list' && view === 'map'
      if (view !== here.view && !stays) {
        led.current = view
        here.go(view)
      }
      if (view === 'timeline' || view === 'record') {
        announce(sayWhere(session.live.snapshot, person))
        showAt(person)
      }
    }
    let before = ''
    const follow = (): void => {
      const { follows } = useBoardUi.getState()
      const person = follows ? find(follows) : undefined
      if (!person?.where) return
      const key = `${follows} ${person.where.view} ${person.where.at ?? ''}`
      if (key === before) return
      before = key
      const view = viewOfPerson(person)
      led.current = view
      if (view !== newest.current.view) newest.current.go(view)
      // whoever reads on is gone along with quietly
      showAt(person, false)
    }
    const stops = [
      people.list.subscribe(follow),
      useBoardUi.subscribe((now, old) => {
        if (now.visit && now.visit !== old.visit) visit(now.visit.account)
        if (now.follows !== old.follows) {
          people.show({ follows: now.follows })
          before = ''
          follow()
        }
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [session])
  // whoever takes another view by their own hand goes their own way
  useEffect(() => {
    const ui = useBoardUi.getState()
    if (ui.follows !== null && place.view !== led.current) ui.set({ follows: null })
    led.current = place.view
  }, [place.view])
}

/** The event or the section that somebody is at. */
function showAt({ where }: Person, isGlowing = true): void {
  const at = where?.at
  if (!at) return
  if (where.view === 'timeline') showInPage(() => rowOf(at), isGlowing)
  else if (where.view === 'record')
    showInPage(() => document.getElementById(at)?.closest('section') ?? null, isGlowing)
}
