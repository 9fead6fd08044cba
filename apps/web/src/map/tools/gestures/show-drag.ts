import type { ItemId } from '@second-story/board'
import type { Box } from '../../geometry/box.ts'
import { shareableDrag } from '../../live/shareable.ts'
import type { Hand } from '../hand.ts'

/** Others see the drag through presence; only what is common is named there. */
export function showDrag({ stage, session }: Hand, now: ReadonlyMap<ItemId, Box>, sized: boolean): void {
  const drag = shareableDrag(stage.scene.board, now, sized)
  if (drag) session.people.show({ drag })
}
