import type { BoardSnapshot } from '@second-story/board'
import { around, type Box } from '../geometry/box.ts'
import { areaOf } from '../scene/area.ts'

/** The line between the two areas where they stand side by side, in canvas units. */
export interface Seam {
  readonly x: number
  readonly top: number
  readonly bottom: number
}

const ROOM = 8

/** Is there something of the system and something of the story on the map? Only then there is something to switch. */
export function hasBothAreas(board: BoardSnapshot): boolean {
  let system = false
  let story = false
  for (const item of board.items.values()) {
    if (!item.place) continue
    const area = areaOf(item)
    if (area === 'system') system = true
    if (area === 'story') story = true
    if (system && story) return true
  }
  return false
}

/** Null unless the areas leave room between them. Notes and the like may lie across it; nobody's sketch moves it. */
export function seamOf(board: BoardSnapshot): Seam | null {
  const system: Box[] = []
  const story: Box[] = []
  for (const item of board.items.values()) {
    if (!item.place || item.layer !== 'common') continue
    const area = areaOf(item)
    if (area === 'system') system.push(item.place)
    else if (area === 'story') story.push(item.place)
  }
  const [a, b] = [around(system), around(story)]
  if (!a || !b) return null
  const [first, second] = a.x <= b.x ? [a, b] : [b, a]
  const from = first.x + first.w
  if (second.x - from < ROOM) return null
  return {
    x: Math.round((from + second.x) / 2),
    top: Math.min(a.y, b.y) - 56,
    bottom: Math.max(a.y + a.h, b.y + b.h) + 24,
  }
}
