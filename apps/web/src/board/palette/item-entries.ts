import { type BoardSnapshot, firstLine, ITEM_TYPES, type Item } from '@second-story/board'

export interface ItemEntry {
  readonly item: Item
  readonly label: string
  /** what it is: "factor", "component, PostgreSQL" */
  readonly note: string
}

/** Everything on the board that can be gone to, by its main words. */
export function itemEntries(board: BoardSnapshot): readonly ItemEntry[] {
  return [...board.items.values()]
    .filter((item) => item.revealed === null)
    .map((item) => ({ item, label: wordsOf(item), note: noteOf(item) }))
}

export function wordsOf(item: Item): string {
  const words = 'name' in item ? item.name : item.text
  return firstLine(words, item.type === 'plain' ? 'a card' : `a ${ITEM_TYPES[item.type].noun}`)
}

function noteOf(item: Item): string {
  if (item.type === 'plain') return item.of
  const { noun } = ITEM_TYPES[item.type]
  return item.type === 'component' && item.technology ? `${noun}, ${item.technology}` : noun
}
