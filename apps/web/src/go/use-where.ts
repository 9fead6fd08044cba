import { useEffect } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import type { ViewPlace } from '../board/use-view.ts'
import { isShareable } from '../map/live/shareable.ts'
import { Cell, useCell } from '../session/cell.ts'
import { useSession } from '../session/use-session.ts'
import { wordOfView } from './where.ts'

/** The section of the record that is being read here; the record says so. */
export const readSection = new Cell<string | null>(null)

/** Shows others in which view this person is, so that they can come along: to the event, or the section, too. */
export function useWhere({ view }: ViewPlace): void {
  const session = useSession()
  const walking = useBoardUi((ui) => ui.walking)
  const section = useCell(readSection)
  const event = walking !== null && isShareable(session.live.snapshot, walking) ? walking : null
  const at = view === 'timeline' ? event : view === 'record' ? section : null
  useEffect(() => {
    session.people.show({ where: { view: wordOfView(view), ...(at ? { at } : {}) } })
  }, [session, view, at])
}
