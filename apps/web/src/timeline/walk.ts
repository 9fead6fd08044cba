import { type BoardSnapshot, type ItemId, stepAt } from '@second-story/board'
import { useBoardUi } from '../board/board-ui.ts'
import type { BoardSession } from '../session/board-session.ts'
import { leader, mayLead } from './follow.ts'
import { eventsOf } from './order.ts'

/**
 * Stands on an event. Who leads takes everybody along; a participant who steps aside while somebody leads looks
 * around on their own until they follow again.
 */
export function walkTo(session: BoardSession, event: ItemId | null): void {
  const ui = useBoardUi.getState()
  if (mayLead(session.me.get().role)) {
    ui.set({ walking: event, following: true })
    const shared = event !== null && isShared(session.live.snapshot, event)
    session.people.show({ walking: shared ? event : null })
    return
  }
  const ahead = leader(session.people.list.get())
  ui.set({ walking: event, following: ahead === null || ahead.walking === event })
}

/** Everybody has it: an event, a frame, or a step of a flow that is everybody's. */
function isShared(board: BoardSnapshot, id: ItemId): boolean {
  return (board.items.get(id) ?? stepAt(board, id)?.flow)?.layer === 'common'
}

/** One event on or back; from nowhere to the first, or the last. False at either end, or where there are none. */
export function walkBy(session: BoardSession, step: -1 | 1): boolean {
  const events = eventsOf(session.live.snapshot)
  const { walking } = useBoardUi.getState()
  const at = events.findIndex(({ id }) => id === walking)
  const next = at < 0 ? (step > 0 ? events[0] : events.at(-1)) : events[at + step]
  if (!next) return false
  walkTo(session, next.id)
  return true
}

/** Goes where everybody is, and along with them from now on. */
export function followAgain(session: BoardSession): void {
  const ahead = leader(session.people.list.get())
  useBoardUi.getState().set({ following: true, ...(ahead?.walking ? { walking: ahead.walking } : {}) })
}
