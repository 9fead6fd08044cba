import type { ItemId } from '@second-story/board'
import { type Box, grow } from '../../geometry/box.ts'
import type { Stage } from '../../stage/stage.ts'

/** Pixels between several things and the box round them. */
const ROOM = 8

/** The box round several selected things, with corners to resize them by; null for fewer than two. */
export function groupBox(stage: Stage, items: ReadonlySet<ItemId>): Box | null {
  if (items.size < 2) return null
  const box = stage.bounds(items)
  return box && grow(box, ROOM / stage.view.zoom)
}
