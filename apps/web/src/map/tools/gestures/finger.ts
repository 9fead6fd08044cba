import { type Tool, useBoardUi } from '../../../board/board-ui.ts'
import type { GestureOf } from '../gesture.ts'
import type { Hand } from '../hand.ts'

/** Tools that a finger draws with as a pointer does; two fingers move the view meanwhile. */
const DRAWN: ReadonlySet<Tool> = new Set<Tool>(['arrow', 'boundary', 'frame', 'lasso'])

/**
 * Does a finger that begins to move do something, or does it move the view? It acts with what it has taken hold of by
 * lying still, with what is selected, with handles, and with a tool that draws.
 */
export function fingerActs(hand: Hand, { hit, held }: GestureOf<'press'>): boolean {
  const { tool, items } = useBoardUi.getState()
  if (held || DRAWN.has(tool)) return true
  if (hit.on === 'knob' || hit.on === 'handle' || hit.on === 'end') return true
  return hit.on === 'item' && items.has(hit.id) && hand.session.mayWrite()
}
