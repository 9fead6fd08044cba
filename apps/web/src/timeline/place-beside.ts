import { type BoardSnapshot, type ItemId, type ItemTypeName, itemType } from '@second-story/board'
import { openPlace } from '../outline/make-item.ts'

interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

const AWAY = 64
const STEP = 24

/**
 * An open spot for something new beside an item: left or right of it, a little up or down, where nothing lies yet;
 * in open space below everything when the neighbourhood is full or the item is not on the map.
 */
export function placeBeside(
  board: BoardSnapshot,
  beside: ItemId,
  type: ItemTypeName,
): Record<string, unknown> {
  const anchor = board.items.get(beside)?.place
  if (!anchor) return openPlace(board, type)
  const { w, h } = itemType(type).size
  const taken = [...board.items.values()].flatMap(({ place }) => (place ? [place] : []))
  for (let ring = 0; ring < 6; ring++) {
    for (const dy of ring === 0 ? [0] : [ring, -ring]) {
      for (const x of [anchor.x - AWAY - w, anchor.x + anchor.w + AWAY]) {
        const box = { x: snap(x), y: snap(anchor.y + dy * (h + STEP)), w, h }
        if (!taken.some((one) => overlap(box, one))) return { ...box, parent: null, order: '' }
      }
    }
  }
  return openPlace(board, type)
}

function overlap(a: Box, b: Box): boolean {
  const near = STEP / 2
  return a.x < b.x + b.w + near && b.x < a.x + a.w + near && a.y < b.y + b.h + near && b.y < a.y + a.h + near
}

function snap(value: number): number {
  return Math.round(value / 8) * 8
}
