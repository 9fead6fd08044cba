import { type Tool, useBoardUi } from '../../../board/board-ui.ts'
import { cursorOf } from '../../geometry/resize.ts'
import type { Hit } from '../../scene/hit.ts'

/** The cursor over what is under a pointer at rest; `panning` while space is held. */
export function cursorFor(hover: Hit, panning: boolean, tool: Tool = useBoardUi.getState().tool): string {
  if (panning) return 'grab'
  if (tool !== 'select') return 'crosshair'
  switch (hover.on) {
    case 'handle':
      return cursorOf(hover.corner)
    case 'knob':
    case 'end':
      return 'crosshair'
    case 'item':
    case 'arrow':
      return 'pointer'
    case 'inside':
    case 'ground':
      return 'default'
  }
}

export function isSameHit(a: Hit, b: Hit): boolean {
  return a.on === b.on && ('id' in a ? a.id : '') === ('id' in b ? b.id : '')
}
