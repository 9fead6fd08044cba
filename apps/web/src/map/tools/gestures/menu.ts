import { useBoardUi } from '../../../board/board-ui.ts'
import type { Point } from '../../geometry/box.ts'
import { useMapState } from '../../map-state.ts'
import type { Hit } from '../../scene/hit.ts'

/** The menu of a right click, about what is under it. `screen` is in pixels from the corner of the map. */
export function openMenu(hit: Hit, at: Point, screen: Point): void {
  const ui = useBoardUi.getState()
  switch (hit.on) {
    case 'item':
    case 'inside':
      if (!ui.items.has(hit.id)) ui.select([hit.id])
      break
    case 'arrow':
    case 'end':
      ui.select([], [hit.id])
      break
    case 'stroke':
      if (!ui.strokes.has(hit.id)) ui.select([], [], [hit.id])
      break
    case 'ground':
      ui.select([])
      break
    case 'knob':
    case 'handle':
  }
  useMapState.getState().set({ menu: { screen, at } })
}
