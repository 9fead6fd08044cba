import { type Item, itemType } from '@second-story/board'

/** Which of the two areas of the map an item belongs to. */
export function areaOf(item: Item): 'system' | 'story' | 'any' {
  return item.type === 'plain' ? 'any' : itemType(item.type).area
}
