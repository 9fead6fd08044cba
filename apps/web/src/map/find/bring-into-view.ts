import { type Box, grow } from '../geometry/box.ts'
import { viewOf, viewShowing } from '../stage/look-at.ts'
import type { Stage } from '../stage/stage.ts'

/** Below this zoom names cannot be read. */
const READABLE = 0.35
/** The find bar covers so much of the top, in pixels. */
const ROOM = 64

/** Shows what was found, moving the view only where it is not in view already, or too far away to be read. */
export function bringIntoView(stage: Stage, box: Box): void {
  const view =
    stage.view.zoom < READABLE
      ? viewOf(grow(box, 200), stage.size())
      : viewShowing(box, stage.view, stage.size(), ROOM)
  if (view) stage.look(view, 260)
}
