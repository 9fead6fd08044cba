/** A part of the board to look at: its middle and size in units of the board, and how near. */
export interface Look {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly zoom: number
}
