import type { BoardSnapshot } from '@second-story/board'

const MARGIN = 96

/** A left top corner where a new block lies beside all that the board has, on a grid of 8: right of what is tall, below what is wide. */
export function freeSpace(board: BoardSnapshot): { readonly x: number; readonly y: number } {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const { place } of board.items.values()) {
    if (!place) continue
    left = Math.min(left, place.x)
    top = Math.min(top, place.y)
    right = Math.max(right, place.x + place.w)
    bottom = Math.max(bottom, place.y + place.h)
  }
  if (left === Number.POSITIVE_INFINITY) return { x: 0, y: 0 }
  const tall = bottom - top > right - left
  return tall ? { x: grid(right + MARGIN), y: grid(top) } : { x: grid(left), y: grid(bottom + MARGIN) }
}

function grid(value: number): number {
  return Math.ceil(value / 8) * 8
}
