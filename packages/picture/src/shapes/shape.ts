import type { BoardSnapshot, Item } from '@second-story/board'
import type { Drawing } from '../drawing.ts'

export interface Size {
  readonly w: number
  readonly h: number
}

/** How one type of item looks. `draw` never fails, whatever the size or the words. */
export interface Shape<I extends Item> {
  /** the size its words need when nobody chose one */
  fit(item: I, board: BoardSnapshot): Size
  /** the least height at a width: a card grows with its words, up to its last line */
  least(item: I, w: number, board: BoardSnapshot): number
  draw(item: I, size: Size, board: BoardSnapshot): Drawing
}
