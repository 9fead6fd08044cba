import { Cell } from '../session/cell.ts'

/** Is what a board has around its views there, with its keys and the palette? It comes after what is drawn. */
export const aroundHere = new Cell(false)
