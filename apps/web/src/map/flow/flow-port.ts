import type { ItemId } from '@second-story/board'
import type { Box } from '../geometry/box.ts'

/** Where the board is looked at: a board point stands on the screen at `point * zoom + (x, y)`. */
export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** One item that is mounted. The same object as long as nothing about it changes. */
export interface Mount {
  readonly id: ItemId
  readonly box: Box
  readonly z: number
  /** handed to the component that draws it; identity says whether to draw again */
  readonly data: unknown
}

/** All that the map asks of React Flow. Nobody else imports it: version 13 splits its stores. */
export interface FlowPort {
  view(): View
  /** ms of 0 jumps */
  look(view: View, ms?: number): void
  /** hears of every change of the view at once; returns its own undo */
  onView(heard: (view: View) => void): () => void
  /** at most once a frame, never during a gesture */
  mount(list: readonly Mount[]): void
  /** pixels of the canvas */
  size(): { readonly w: number; readonly h: number }
}

export const LEAST_ZOOM = 0.05
export const MOST_ZOOM = 4
