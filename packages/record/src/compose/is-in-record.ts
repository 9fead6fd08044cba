import type { BoardSnapshot, Item } from '@second-story/board'

/**
 * May an item be in the record's text, pictures and data? What is shared; not an event that people left out, and a
 * parked idea only where the facilitator says so.
 */
export function isInRecord(item: Item, board: BoardSnapshot): boolean {
  if (item.layer !== 'common') return false
  if (item.type === 'event') return !item.leaveOutOfRecord
  return item.type !== 'idea' || board.conduct.parkedInRecord
}
