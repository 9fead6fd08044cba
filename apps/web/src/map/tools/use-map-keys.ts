import { type ItemId, type ItemTypeName, itemType, KIND_OF_PART, type Part } from '@second-story/board'
import { useEffect } from 'react'
import { sayPart } from '../../aloud/say-part.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import type { KeyAction } from '../../board/keyboard/key-hub.ts'
import { useKeys } from '../../board/keyboard/use-keys.ts'
import { focusDetails } from '../../details/focus-details.ts'
import { isConnectable } from '../../items/connect-choices.ts'
import { useSession } from '../../session/use-session.ts'
import { boundSelected } from '../actions/bound-selected.ts'
import { duplicateSelected } from '../actions/duplicate.ts'
import { growFrom } from '../actions/grow.ts'
import { draftOf, growingLink } from '../actions/new-item.ts'
import { nextOf } from '../actions/next-of.ts'
import { nudge } from '../actions/nudge.ts'
import { openSpot } from '../actions/open-spot.ts'
import { pinSelected } from '../actions/pin.ts'
import { removeSelected } from '../actions/remove.ts'
import { restack } from '../actions/restack.ts'
import { STEP } from '../geometry/snap.ts'
import { useMapState } from '../map-state.ts'
import type { Stage } from '../stage/stage.ts'
import { zoomBy, zoomTo, zoomToFit, zoomToItems } from '../stage/zoom.ts'
import type { Pointer } from './pointer.ts'

/** The keys of the map. What the frame binds (tools, undo, find) is asked after these. */
export function useMapKeys(
  stage: Stage | null,
  pointer: Pointer | null,
  setHand: (on: boolean) => void,
): void {
  const session = useSession()
  const ui = useBoardUi.getState
  const here = (action: (map: Stage, hand: Pointer) => unknown): KeyAction => {
    return () => (stage && pointer ? action(stage, pointer) : false)
  }
  const write = (action: (map: Stage, hand: Pointer) => unknown): KeyAction =>
    here((map, hand) => (session.mayWrite() ? action(map, hand) : false))
  const begin = (type: ItemTypeName): KeyAction =>
    write((map, hand) => {
      const [only] = ui().items
      const item = ui().items.size === 1 && only ? session.live.snapshot.items.get(only) : undefined
      // a question or an insight about what is in hand; anything else stands on its own
      if (item && (type === 'question' || type === 'insight')) return growFrom(item, type)
      const walked = session.live.snapshot.items.get(ui().walking ?? ('' as ItemId))
      if (walked && (type === 'factor' || type === 'question')) return growFrom(walked, type)
      const spot = openSpot(map.scene, hand.here(), itemType(type).size)
      ui().select([])
      useMapState.getState().set({ draft: draftOf(map.scene, type, spot) })
    })
  const next = write((map) => {
    const { tool } = ui()
    const [only] = ui().items
    const item = ui().items.size === 1 && only ? session.live.snapshot.items.get(only) : undefined
    if ((tool !== 'component' && tool !== 'note') || !item?.place) return false
    const one = map.scene.items.get(item.id)
    if (!one) return false
    const spot = nextOf(map.scene, one, tool, 'tab')
    const links = tool === 'component' ? [growingLink(tool, item)] : []
    useMapState.getState().set({ draft: draftOf(map.scene, tool, spot, links) })
  })
  const play = (part: Part): KeyAction =>
    write(() => {
      const factors = [...ui().items].filter((id) => session.live.snapshot.items.get(id)?.type === 'factor')
      if (factors.length === 0) return false
      const set = factors.map((id) => ({ do: 'set', id, fields: { kind: KIND_OF_PART[part] } }))
      if (session.do(set).ok) sayPart(part, factors.length)
    })
  useKeys({
    c: begin('component'),
    n: begin('note'),
    f: begin('factor'),
    e: begin('event'),
    q: begin('question'),
    i: begin('insight'),
    p: write(() => {
      const [only] = ui().items
      const item = session.live.snapshot.items.get(only ?? ui().walking ?? ('' as ItemId))
      return item ? growFrom(item, 'idea') : false
    }),
    b: write(() => boundSelected(session)),
    a: write((_, hand) => {
      const items = [...ui().items].filter((id) => {
        const item = session.live.snapshot.items.get(id)
        return item && isConnectable(item)
      })
      if (items.length === 0) return false
      hand.startLink(items)
      useMapState.getState().set({ linking: items })
    }),
    t: write(() => useMapState.getState().set({ typeLine: true })),
    tab: next,
    '1': play('came-together'),
    '2': play('harder'),
    '3': play('helped'),
    '4': play('background'),
    ']': write(() => restack(session, 'front')),
    '[': write(() => restack(session, 'back')),
    'alt+]': write(() => restack(session, 'forward')),
    'alt+[': write(() => restack(session, 'backward')),
    'shift+l': write(() => pinSelected(session)),
    'mod+d': write(() => duplicateSelected(session)),
    '/': here(() => useMapState.getState().set({ finding: true })),
    enter: write(() => {
      const [only] = ui().items
      if (ui().items.size === 1 && only) return ui().set({ editing: only })
      const [arrow] = ui().relations
      if (ui().relations.size === 1 && arrow) return useMapState.getState().set({ wording: arrow })
      return false
    }),
    'shift+enter': here(() => focusDetails()),
    delete: write(() => removeSelected(session)),
    backspace: write(() => removeSelected(session)),
    escape: here((_, hand) => {
      const state = useMapState.getState()
      const had = state.linking !== null || state.menu !== null || state.finding
      state.set({ linking: null, menu: null, finding: false })
      return hand.cancel() || had
    }),
    ...nudges((dx, dy) => write((map) => nudge(session, map.scene, dx, dy))),
    'mod+a': here((map) => ui().select(map.scene.items.keys(), [], map.ink.scene.strokes.keys())),
    '!': here(() => zoomToFit()),
    '@': here(() => (ui().items.size > 0 ? zoomToItems(ui().items) : false)),
    '+': here(() => zoomBy(1.25)),
    '=': here(() => zoomBy(1.25)),
    '-': here(() => zoomBy(1 / 1.25)),
    '0': here(() => zoomTo(1)),
  })
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      const field =
        event.target instanceof Element &&
        event.target.closest('input, textarea, button, a, [contenteditable=true]')
      if (event.key !== ' ' || field || !pointer) return
      event.preventDefault()
      if (event.repeat) return
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
}

/** Canvas units: a step of the grid; ten of them with Shift; to the unit with Alt. */
const NUDGES = [
  ['', STEP],
  ['shift+', 10 * STEP],
  ['alt+', 1],
] as const

function nudges(by: (dx: number, dy: number) => KeyAction): Record<string, KeyAction> {
  const all = NUDGES.flatMap(([keys, step]) => [
    [`${keys}arrowleft`, by(-step, 0)] as const,
    [`${keys}arrowright`, by(step, 0)] as const,
    [`${keys}arrowup`, by(0, -step)] as const,
    [`${keys}arrowdown`, by(0, step)] as const,
  ])
  return Object.fromEntries(all)
}
