import type { ItemId } from '@second-story/board'
import { type Box, overlaps } from '../../geometry/box.ts'
import type { Scene } from '../../scene/scene.ts'

/** Pixels of the screen within which things snap to each other. */
export const SNAP_PX = 5
/** Things in view that are looked at for snapping, at most. */
const MOST_OTHERS = 400

/** What a moving thing may stand in a row with: all in view that does not move along. */
export function othersInView(scene: Scene, area: Box, moving: ReadonlyMap<ItemId, Box>): readonly Box[] {
  const along = new Set<ItemId>(moving.keys())
  for (const id of moving.keys()) for (const one of scene.inside(id)) along.add(one.id)
  return scene
    .painted()
    .filter((one) => !along.has(one.id) && overlaps(one, area))
    .slice(-MOST_OTHERS)
}
