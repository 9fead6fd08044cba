import type { Page } from '@playwright/test'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A board open in a page, driven by real mouse and keyboard where a gesture is measured. */
export interface OpenCanvas {
  readonly page: Page
  /** from the start of loading until the board is drawn */
  readonly readyMs: number
  /** script and style that had come by then, as sent */
  readonly bytes: number
  /** lays the middle of the board into the middle of the page at half size */
  atHalfSize(): Promise<void>
  zoom(): Promise<number>
  /** where on the page the middle of an item is */
  center(id: string): Promise<Point>
  /** selects about fifty in the middle; the id of one of them that can be taken hold of */
  selectFifty(): Promise<string>
  clearSelection(): Promise<void>
  startMoves(hertz: number): Promise<void>
  startCursors(hertz: number): Promise<void>
  stop(): Promise<void>
  close(): Promise<void>
}

export interface CanvasContender {
  readonly id: string
  readonly name: string
  open(n: number): Promise<OpenCanvas>
}

/** Items that others move, and cursors, in every work. */
export const MOVED = 50
export const CURSORS = 50
