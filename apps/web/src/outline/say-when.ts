import type { BoardSnapshot, When } from '@second-story/board'
import { dayOf, formatWhen } from '../timeline/format-when.ts'

/** Puts the times of a board into words: in its zone, the day said where it is not that of the first event. */
export function sayWhen(board: BoardSnapshot): (when: When) => string {
  const { zone } = board.conduct
  let first: string | null = null
  for (const item of board.items.values())
    if (item.type === 'event' && item.when.at !== null && (first === null || item.when.at < first))
      first = item.when.at
  const day = first === null ? null : dayOf(first, zone)
  return (when) => (when.at === null && when.words === '' ? '' : formatWhen(when, zone, day).text)
}
