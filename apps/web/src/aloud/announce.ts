import { Cell } from '../session/cell.ts'

/** What a screen reader is told politely, in passing. */
export const announced = new Cell('')

export function announce(words: string): void {
  // the same words twice are two events
  announced.set(announced.get() === words ? `${words}\u00a0` : words)
}
