import type { ItemId } from '@second-story/board'
import type { BoardSession } from '../../session/board-session.ts'
import type { Point } from '../geometry/box.ts'
import type { Hit } from '../scene/hit.ts'
import type { Stage } from '../stage/stage.ts'

/** What every gesture works with: the map it moves over and the board it changes. */
export interface Hand {
  readonly stage: Stage
  readonly session: BoardSession
  /** a finger: it reaches wider, and never hovers */
  readonly isTouch: boolean
  hit(at: Point): Hit
  /** What was held stands where the board says again, here and for others. */
  letGo(ids: Iterable<ItemId>): void
}
