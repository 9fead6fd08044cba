import { Cell } from '../session/cell.ts'

/** Are the tools of the map there, with their keys? They come after what it draws. */
export const handsHere = new Cell(false)
