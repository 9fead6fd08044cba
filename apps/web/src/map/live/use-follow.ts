import { useEffect } from 'react'
import { type BoardUi, useBoardUi } from '../../board/board-ui.ts'
import type { Look } from '../../go/look.ts'
import { useSession } from '../../session/use-session.ts'
import { LEAST_ZOOM, MOST_ZOOM, type View } from '../flow/flow-port.ts'
import type { Stage } from '../stage/stage.ts'

/** Goes along with the view of a person who is followed, and visits one once; one's own pan ends the following. */
export function useFollow(stage: Stage | null): void {
  const session = useSession()
  useEffect(() => {
    if (!stage) return
    const { people } = session
    const go = (account: string, ms: number): void => {
      const seen = people.all.find((person) => person.account === account)?.viewport
      const view = seen && viewOn(seen, stage.size())
      if (view) stage.look(view, ms)
    }
    const look = (asked: BoardUi['look'], ms: number): void => {
      const view = asked && viewOn(asked, stage.size())
      if (view) stage.look(view, ms)
    }
    const { look: asked, visit } = useBoardUi.getState()
    // asked for while another view was in front
    if (asked && isFresh(asked.at)) look(asked, 0)
    if (visit && isFresh(visit.at)) go(visit.account, 0)
    let last = ''
    const follow = (): void => {
      const { follows } = useBoardUi.getState()
      if (!follows) return
      const seen = people.all.find((person) => person.account === follows)?.viewport
      const key = JSON.stringify(seen)
      if (!seen || key === last) return
      last = key
      go(follows, 120)
    }
    const stops = [
      people.onMove(follow),
      people.list.subscribe(follow),
      useBoardUi.subscribe((now, before) => {
        if (now.follows !== before.follows) {
          last = ''
          follow()
        }
        if (now.visit && now.visit !== before.visit) go(now.visit.account, 320)
        if (now.look !== before.look) look(now.look, 320)
      }),
    ]
    stage.onOwnGesture = () => {
      const ui = useBoardUi.getState()
      if (ui.follows !== null) ui.set({ follows: null })
    }
    return () => {
      for (const stop of stops) stop()
      stage.onOwnGesture = null
    }
  }, [session, stage])
}

/** What was asked for before a map was there is meant for it as long as this, in ms. */
const FRESH_MS = 5_000

function isFresh(at: number): boolean {
  return Date.now() - at < FRESH_MS
}

/** Somebody's part of the board, as much of it as fits here, and not nearer than they are (0: as near as it fits). */
function viewOn(seen: Look, size: { readonly w: number; readonly h: number }): View | null {
  if (seen.w <= 0 || seen.h <= 0) return null
  const most = seen.zoom > 0 ? seen.zoom : MOST_ZOOM
  const zoom = Math.min(most, MOST_ZOOM, Math.max(LEAST_ZOOM, Math.min(size.w / seen.w, size.h / seen.h)))
  return { x: size.w / 2 - seen.x * zoom, y: size.h / 2 - seen.y * zoom, zoom }
}
