import type { Thread } from '@second-story/board'
import { currentStage } from '../map/stage/current-stage.ts'
import { viewShowing } from '../map/stage/look-at.ts'

/** Pixels around a pin that come into view with it. */
const AROUND = 90
const MS = 260

/** Moves the map only as far as needed to show what a thread is about; does nothing in another view. */
export function showThread({ on }: Thread): void {
  const stage = currentStage.get()
  const item = on.item ? stage?.scene.items.get(on.item) : undefined
  const at = item ? { x: item.x + item.w, y: item.y } : on.place
  if (!stage || !at) return
  const box = { x: at.x - AROUND, y: at.y - AROUND, w: 2 * AROUND, h: 2 * AROUND }
  const view = viewShowing(box, stage.view, stage.size())
  if (view) stage.look(view, MS)
}
