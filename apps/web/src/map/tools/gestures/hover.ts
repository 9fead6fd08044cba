import { type Tool, useBoardUi } from '../../../board/board-ui.ts'
import { isPinned } from '../../actions/pin.ts'
import { cursorOf } from '../../geometry/resize.ts'
import type { Hit } from '../../scene/hit.ts'
import type { Gesture } from '../gesture.ts'
import type { Hand } from '../hand.ts'

/** The cursor over what is under a pointer at rest; `panning` while space is held. */
export function cursorFor(
  { stage, session }: Hand,
  hover: Hit,
  panning: boolean,
  tool: Tool = useBoardUi.getState().tool,
): string {
  if (panning) return 'grab'
  if (tool === 'text') return 'text'
  if (tool !== 'select') return 'crosshair'
  switch (hover.on) {
    case 'handle':
      return cursorOf(hover.corner)
    case 'knob':
    case 'end':
      return 'crosshair'
    case 'item': {
      const isInHand = useBoardUi.getState().items.has(hover.id)
      return isInHand && session.mayWrite() && !isPinned(stage.scene, hover.id) ? 'move' : 'pointer'
    }
    case 'stroke':
      return useBoardUi.getState().strokes.has(hover.id) && session.mayWrite() ? 'move' : 'pointer'
    case 'arrow':
      return 'pointer'
    case 'inside':
    case 'ground':
      return 'default'
  }
}

/** The cursor while a hand does something. */
export function cursorDuring(gesture: Gesture): string {
  switch (gesture.kind) {
    case 'move':
      return gesture.copy ? 'copy' : 'grabbing'
    case 'resize':
      return cursorOf(gesture.corner)
    case 'marquee':
    case 'lasso':
    case 'draw':
    case 'link':
    case 'reattach':
      return 'crosshair'
    case 'press':
    case 'rest':
      return ''
  }
}

export function isSameHit(a: Hit, b: Hit): boolean {
  return a.on === b.on && ('id' in a ? a.id : '') === ('id' in b ? b.id : '')
}
