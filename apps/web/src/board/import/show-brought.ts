import { isId, itemId } from '@second-story/board'
import { zoomToItems } from '../../map/stage/zoom.ts'

/** Brings into view what has just come, once the map has drawn it. */
export function showBrought(ids: readonly string[]): void {
  const items = ids.filter(isId).map(itemId)
  requestAnimationFrame(() => requestAnimationFrame(() => zoomToItems(items)))
}
