import type { BoardSnapshot, Stroke } from '@second-story/board'
import type { Box } from '../drawing.ts'
import { inkWidth } from './draw-stroke.ts'

/** How far from what a picture shows ink may lie and still be about it, in canvas units. */
const ABOUT = 24

/**
 * The strokes of a picture, in a fixed order: what is common, nothing private. Of a part of a board, those whose middle lies on or
 * near `within`, the box of what is shown.
 */
export function shownStrokes(board: BoardSnapshot, within: Box | null | 'all'): readonly Stroke[] {
  if (within === null) return []
  const isThere = ({ box }: Stroke): boolean => {
    if (within === 'all') return true
    const [x, y] = [box.x + box.w / 2, box.y + box.h / 2]
    return (
      x >= within.x - ABOUT &&
      x <= within.x + within.w + ABOUT &&
      y >= within.y - ABOUT &&
      y <= within.y + within.h + ABOUT
    )
  }
  return [...board.strokes.values()]
    .filter((stroke) => stroke.layer === 'common' && isThere(stroke))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What a stroke covers, its ink included. */
export function inkBox(stroke: Stroke): Box {
  const reach = inkWidth(stroke) / 2
  const { x, y, w, h } = stroke.box
  return { x: x - reach, y: y - reach, w: w + 2 * reach, h: h + 2 * reach }
}
