import type { ItemId } from '@second-story/board'
import type { View } from '../board/board-ui.ts'
import type { Look } from './look.ts'

/** Where somebody was before a jump. */
export interface Spot {
  readonly view: View
  readonly look: Look | null
  readonly items: readonly ItemId[]
  /** how far the page was scrolled, in pixels; 0 on the map */
  readonly scrolled: number
}

/** What lies with an entry of the browser's history. */
export interface Step {
  /** jumps taken since the board was opened */
  readonly depth: number
  /** where one was when one jumped away from here */
  readonly spot: Spot | null
}

/** What an entry of the history holds of ours, whatever else lies there; the beginning where it holds nothing. */
export function stepIn(state: unknown): Step {
  const held = (state as { readonly jump?: unknown } | null)?.jump as Partial<Step> | undefined
  const depth = held?.depth
  if (typeof depth !== 'number' || !Number.isInteger(depth) || depth < 0) return { depth: 0, spot: null }
  return { depth, spot: held?.spot ?? null }
}

/** The same entry with a step of ours in it. */
export function withStep(state: unknown, step: Step): object {
  return { ...(typeof state === 'object' ? state : null), jump: step }
}
