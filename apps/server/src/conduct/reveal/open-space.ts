import type { BoardSnapshot, StoredPlace } from '@second-story/board'

interface Size {
  readonly w: number
  readonly h: number
}

/** Canvas units between cards, and between them and what was there before. */
const GAP = 24
const MARGIN = 96

/** Places for cards in open space, in their order, row by row: right of what lies on the map, or below a wide one. */
export function openSpace(board: BoardSnapshot, sizes: readonly Size[]): StoredPlace[] {
  const corner = cornerBeside(board)
  const columns = Math.max(1, Math.ceil(Math.sqrt(sizes.length * 1.6)))
  const cell = {
    w: Math.max(0, ...sizes.map(({ w }) => w)) + GAP,
    h: Math.max(0, ...sizes.map(({ h }) => h)) + GAP,
  }
  return sizes.map(({ w, h }, i) => ({
    x: corner.x + (i % columns) * cell.w,
    y: corner.y + Math.floor(i / columns) * cell.h,
    w,
    h,
    parent: null,
    order: '',
  }))
}

function cornerBeside(board: BoardSnapshot): { x: number; y: number } {
  const places = [...board.items.values()].flatMap(({ place }) => (place ? [place] : []))
  if (places.length === 0) return { x: 0, y: 0 }
  const left = least(places.map(({ x }) => x))
  const top = least(places.map(({ y }) => y))
  const right = -least(places.map(({ x, w }) => -x - w))
  const bottom = -least(places.map(({ y, h }) => -y - h))
  if (right - left > (bottom - top) * 1.6) return { x: onGrid(left), y: onGrid(bottom + MARGIN) }
  return { x: onGrid(right + MARGIN), y: onGrid(top) }
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
}

/** Up to the next multiple of 8, never back onto what is there. */
function onGrid(n: number): number {
  return Math.ceil(n / 8) * 8
}
