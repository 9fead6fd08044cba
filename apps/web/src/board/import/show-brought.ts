import { isId, itemId } from '@second-story/board'
import { zoomToFit } from '../../map/stage/zoom.ts'
import { useBoardUi } from '../board-ui.ts'

/** Brings into view what has just come: all of it on a board that was empty, else the first of it. */
export function showBrought(ids: readonly string[], isFirst: boolean): void {
  const [first] = ids
  if (isFirst) {
    // once the map has drawn them
    requestAnimationFrame(() => requestAnimationFrame(() => zoomToFit()))
  } else if (isId(first)) {
    useBoardUi.getState().set({ reveal: { id: itemId(first), at: Date.now() } })
  }
}
