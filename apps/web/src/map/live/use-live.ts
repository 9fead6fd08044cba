import type { ItemId } from '@second-story/board'
import { type RefObject, useEffect } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { useSession } from '../../session/use-session.ts'
import type { Hold } from '../scene/scene.ts'
import type { Stage } from '../stage/stage.ts'
import { CursorLayer } from './cursor-layer.ts'
import { shareableSelection } from './shareable.ts'

/** ms after which something another hand dropped stands where the document says. */
const REST_MS = 400

/** Other people's hands: cursors and drags at the pace of frames, outside React; and what others see of mine. */
export function useLive(host: RefObject<HTMLDivElement | null>, stage: Stage | null): void {
  const session = useSession()
  useEffect(() => {
    if (!stage || !host.current) return
    const { people } = session
    const cursors = new CursorLayer(host.current)
    const held = new Map<ItemId, ReturnType<typeof setTimeout> | null>()
    const letGo = (id: ItemId): void => {
      held.delete(id)
      stage.catchUp(session.live.snapshot, [id])
      stage.release([id])
    }
    const drags = (): void => {
      const now = new Map<ItemId, Hold>()
      for (const person of people.all) for (const { id, ...at } of person.drag ?? []) now.set(id, at)
      for (const [id, timer] of held) {
        if (!now.has(id) && timer === null)
          held.set(
            id,
            setTimeout(() => letGo(id), REST_MS),
          )
      }
      for (const id of now.keys()) {
        clearTimeout(held.get(id) ?? undefined)
        held.set(id, null)
      }
      if (now.size > 0) stage.hold(now)
    }
    const moved = (): void => {
      cursors.show(people.all)
      drags()
    }
    const showView = (): void => {
      const { x, y, zoom } = stage.view
      const { w, h } = stage.size()
      cursors.view({ x, y, zoom })
      const middle = { x: (w / 2 - x) / zoom, y: (h / 2 - y) / zoom, zoom, w: w / zoom, h: h / zoom }
      const key = JSON.stringify(middle)
      if (key === said) return
      said = key
      people.show({ viewport: middle })
    }
    let said = ''
    const showSelection = (): void => {
      const { items } = useBoardUi.getState()
      people.show({ selection: shareableSelection(session.live.snapshot, items) })
    }
    const stops = [
      people.onMove(moved),
      stage.onFrame(showView),
      useBoardUi.subscribe((now, before) => {
        if (now.items !== before.items) showSelection()
      }),
    ]
    moved()
    return () => {
      for (const stop of stops) stop()
      for (const timer of held.values()) clearTimeout(timer ?? undefined)
      cursors.close()
      people.show({ cursor: null, drag: null, selection: [], typing: null })
    }
  }, [session, stage, host])
}
