import type { ItemId, RelationId } from '@second-story/board'
import type { Person } from '../../../presence/people.ts'
import type { Matches } from '../../find/matches.ts'
import type { Gesture } from '../../tools/gesture.ts'

/** What lies over the map at this moment. */
export interface Overlay {
  readonly items: ReadonlySet<ItemId>
  readonly relations: ReadonlySet<RelationId>
  readonly gesture: Gesture
  readonly people: readonly Person[]
  readonly matches: Matches
  /** an item that glows once, and how far the glow is (0 to 1) */
  readonly glow: { readonly id: ItemId; readonly t: number } | null
  readonly editing: ItemId | null
  readonly mayWrite: boolean
  /** `--who-n` as a colour */
  whoColour(n: number): string
}
