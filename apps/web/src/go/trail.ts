import { useLayoutEffect } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import type { ViewPlace } from '../board/use-view.ts'
import { currentStage } from '../map/stage/current-stage.ts'
import { Cell } from '../session/cell.ts'
import type { Look } from './look.ts'
import { type Spot, stepIn, withStep } from './spot.ts'

/** How many jumps one can go back from here. */
export const jumps = new Cell(0)

/** The view in front; the trail is asked from where no component is. */
let shown: ViewPlace | null = null

/** The part of the board that is in view; null where no map is shown. */
export function lookNow(): Look | null {
  const stage = currentStage.get()
  if (!stage) return null
  const { x, y, w, h } = stage.area()
  return { x: x + w / 2, y: y + h / 2, w, h, zoom: stage.view.zoom }
}

/**
 * To be called before a jump: where one is now becomes a step of the browser's own history, so that its Back, Alt+Left and
 * our own control all lead here again. A pan is no jump.
 */
export function leaveHere(): void {
  const { depth } = stepIn(history.state)
  history.replaceState(withStep(history.state, { depth, spot: spotNow() }), '')
  const { pathname, search } = window.location
  history.pushState(withStep(null, { depth: depth + 1, spot: null }), '', `${pathname}${search}`)
  jumps.set(depth + 1)
}

/** Back to where one was before the last jump; false where there was none. */
export function goBack(): boolean {
  const { depth } = stepIn(history.state)
  if (depth === 0) return false
  // forward leads here again
  history.replaceState(withStep(history.state, { depth, spot: spotNow() }), '')
  history.back()
  return true
}

/** Keeps the trail while a board is shown: whoever comes back finds the view as it was. */
export function useTrail(place: ViewPlace): void {
  useLayoutEffect(() => {
    shown = place
  }, [place])
  useLayoutEffect(() => {
    const back = (): void => {
      const { depth, spot } = stepIn(history.state)
      jumps.set(depth)
      if (spot) comeBack(spot)
    }
    jumps.set(stepIn(history.state).depth)
    window.addEventListener('popstate', back)
    return () => {
      window.removeEventListener('popstate', back)
      shown = null
    }
  }, [])
}

function spotNow(): Spot {
  return {
    view: shown?.view ?? 'map',
    look: lookNow(),
    items: [...useBoardUi.getState().items].slice(0, 50),
    scrolled: scroller()?.scrollTop ?? 0,
  }
}

function comeBack(spot: Spot): void {
  shown?.go(spot.view)
  const ui = useBoardUi.getState()
  ui.select(spot.items)
  if (spot.look) ui.set({ look: { ...spot.look, at: Date.now() } })
  else setTimeout(() => scroller()?.scrollTo({ top: spot.scrolled }), 80)
}

/** What scrolls in the view in front. */
function scroller(): HTMLElement | null {
  const all = document.querySelectorAll<HTMLElement>('#view, #view *')
  return [...all].find((one) => one.scrollTop > 0) ?? null
}
