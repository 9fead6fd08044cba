import type { Stage } from '../map/stage/stage.ts'
import type { BoardSession } from '../session/board-session.ts'
import type { Corner } from './pin-layer.ts'

/** Where things are shown now; those that were deleted, where they lay at last. */
export function cornerOn(stage: Stage, session: BoardSession): Corner {
  return (id) => stage.scene.items.get(id) ?? session.live.snapshot.deleted.get(id)?.place ?? undefined
}
