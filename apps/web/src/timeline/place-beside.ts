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
const COLUMNS = 4
const ROWS = 8

/**
 * An open spot for something new as near to an item as there is one: left or right of it, up or down, further columns
 * out where it is crowded, never left of where the story begins (there lies the system). In open space below
 * everything when all of that is full or the item is not on the map.
 */
export function placeBeside(
  board: BoardSnapshot,
  beside: ItemId,
  type: ItemTypeName,
): Record<string, unknown> {
  const anchor = board.items.get(beside)?.place
  if (!anchor) return openPlace(board, type)
  const { w, h } = itemType(type).size
  const taken: Box[] = []
  let begin = anchor.x
  let isCrowdedLeft = false
  for (const item of board.items.values()) {
    if (!item.place) continue
    taken.push(item.place)
    if (item.type === 'event' || item.type === 'factor') begin = Math.min(begin, item.place.x)
    else if (item.place.x < anchor.x) isCrowdedLeft = true
  }
  const free = candidates(anchor, w, h)
    .filter(({ x }) => !isCrowdedLeft || x >= begin - 8)
    .find((box) => !taken.some((one) => overlap(box, one)))
  return free ? { ...free, parent: null, order: '' } : openPlace(board, type)
}

/** Nearest first; of two as near, the left one, then the upper one. */
function candidates(anchor: Box, w: number, h: number): readonly Box[] {
  const boxes: Box[] = []
  for (let column = 0; column < COLUMNS; column++) {
    const out = AWAY + column * (w + STEP)
    for (const x of [anchor.x - out - w, anchor.x + anchor.w + out]) {
      for (let row = -ROWS; row <= ROWS; row++) {
        boxes.push({ x: snap(x), y: snap(anchor.y + (row * (h + STEP)) / 2), w, h })
      }
    }
  }
  const far = (box: Box): number =>
    Math.hypot(middle(box).x - middle(anchor).x, middle(box).y - middle(anchor).y)
  return boxes.sort((a, b) => far(a) - far(b) || a.x - b.x || a.y - b.y)
}

function middle({ x, y, w, h }: Box): { readonly x: number; readonly y: number } {
  return { x: x + w / 2, y: y + h / 2 }
}

function overlap(a: Box, b: Box): boolean {
  const near = STEP / 2
  return a.x < b.x + b.w + near && b.x < a.x + a.w + near && a.y < b.y + b.h + near && b.y < a.y + a.h + near
}

function snap(value: number): number {
  return Math.round(value / 8) * 8
}
