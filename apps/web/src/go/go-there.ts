import type { Item } from '@second-story/board'
import { useBoardUi } from '../board/board-ui.ts'
import type { ViewPlace } from '../board/use-view.ts'
import type { BoardSession } from '../session/board-session.ts'
import { walkTo } from '../timeline/walk.ts'
import { isWide } from '../ui/use-phone.ts'
import { type Landing, landingOf } from './landing.ts'
import { rowOf, showInPage } from './show-in-page.ts'
import { leaveHere } from './trail.ts'

/** Shows a thing or an arrow where it is seen best, glowing once; Back leads here again. */
export function goThere(session: BoardSession, place: ViewPlace, id: string): void {
  const landing = landingOf(session.live.snapshot, id, place.view === 'list' ? 'list' : null, !isWide())
  if (landing.kind !== 'item' && landing.kind !== 'arrow') return
  leaveHere()
  land(session, place, landing)
}

/** Comes down there. */
export function land(
  session: BoardSession,
  place: ViewPlace,
  landing: Extract<Landing, { kind: 'item' | 'arrow' }>,
): void {
  const ui = useBoardUi.getState()
  const { view } = landing
  const isPhone = !isWide()
  if (landing.kind === 'arrow') {
    ui.select([], [landing.arrow.id])
    ui.set({ reveal: { id: landing.arrow.id, at: Date.now() } })
    place.go(view)
    return
  }
  const { item } = landing
  if (lookOf(item, ui.set)) {
    place.go('map')
    return
  }
  ui.select([item.id])
  ui.set({
    reveal: { id: item.id, at: Date.now() },
    ...(isPhone && view === 'list' ? { opened: item.id } : {}),
  })
  place.go(view)
  if (view !== 'timeline') return
  walkTo(session, item.id)
  showInPage(() => rowOf(item.id))
}

/** A named place has no shape: what it names is looked at. */
function lookOf(item: Item, set: ReturnType<typeof useBoardUi.getState>['set']): boolean {
  if (item.type !== 'bookmark') return false
  if (item.look) set({ look: { ...item.look, zoom: 0, at: Date.now() } })
  return true
}
