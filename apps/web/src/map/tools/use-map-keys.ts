import type { ItemTypeName } from '@second-story/board'
import { itemType } from '@second-story/board'
import { useEffect } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import type { KeyAction } from '../../board/keyboard/key-hub.ts'
import { useKeys } from '../../board/keyboard/use-keys.ts'
import { useSession } from '../../session/use-session.ts'
import { draftOf } from '../actions/new-item.ts'
import { openSpot } from '../actions/open-spot.ts'
import { removeSelected } from '../actions/remove.ts'
import { nudge } from '../actions/nudge.ts'
import { useMapState } from '../map-state.ts'
import type { Stage } from '../stage/stage.ts'
import { showItem, zoomBy, zoomTo, zoomToFit, zoomToItems } from '../stage/zoom.ts'
import type { Pointer } from './pointer.ts'

/** The keys of the map. What the frame binds (tools, undo, find) is asked after these. */
export function useMapKeys(stage: Stage | null, pointer: Pointer | null, setHand: (on: boolean) => void): void {
  const session = useSession()
  const ui = useBoardUi.getState
  const here = (action: (map: Stage, hand: Pointer) => unknown): KeyAction => {
    return () => (stage && pointer ? action(stage, pointer) : false)
  }
  const write = (action: (map: Stage, hand: Pointer) => unknown): KeyAction =>
    here((map, hand) => (session.mayWrite() ? action(map, hand) : false))
  const begin = (type: ItemTypeName): KeyAction =>
    write((map) => {
      const { x, y, w, h } = map.area()
      const spot = openSpot(map.scene, { x: x + w / 2, y: y + h / 2 }, itemType(type).size)
      useMapState.getState().set({ draft: draftOf(map.scene, type, spot) })
    })
  useKeys({
    c: begin('component'),
    n: begin('note'),
    f: begin('factor'),
    e: begin('event'),
    enter: write(() => {
      const [only] = ui().items
      if (ui().items.size === 1 && only) return ui().set({ editing: only })
      const [arrow] = ui().relations
      if (ui().relations.size === 1 && arrow) return useMapState.getState().set({ wording: arrow })
      return false
    }),
    delete: write(() => removeSelected(session)),
    backspace: write(() => removeSelected(session)),
    escape: here((_, hand) => hand.cancel()),
    arrowleft: write((map) => nudge(session, map.scene, -8, 0)),
    arrowright: write((map) => nudge(session, map.scene, 8, 0)),
    arrowup: write((map) => nudge(session, map.scene, 0, -8)),
    arrowdown: write((map) => nudge(session, map.scene, 0, 8)),
    'shift+arrowleft': write((map) => nudge(session, map.scene, -1, 0)),
    'shift+arrowright': write((map) => nudge(session, map.scene, 1, 0)),
    'shift+arrowup': write((map) => nudge(session, map.scene, 0, -1)),
    'shift+arrowdown': write((map) => nudge(session, map.scene, 0, 1)),
    'mod+a': here((map) => ui().select(map.scene.items.keys())),
    '!': here(() => zoomToFit()),
    '@': here(() => (ui().items.size > 0 ? zoomToItems(ui().items) : false)),
    '+': here(() => zoomBy(1.25)),
    '=': here(() => zoomBy(1.25)),
    '-': here(() => zoomBy(1 / 1.25)),
    '0': here(() => zoomTo(1)),
  })
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      const field = event.target instanceof Element && event.target.closest('input, textarea, button, a, [contenteditable=true]')
      if (event.key !== ' ' || field || !pointer) return
      event.preventDefault()
      pointer.hand = true
      setHand(true)
    }
    const up = (event: KeyboardEvent): void => {
      if (event.key !== ' ' || !pointer) return
      pointer.hand = false
      setHand(false)
    }
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
    }
  }, [pointer, setHand])
  void showItem
}
