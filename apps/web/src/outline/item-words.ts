import type { Item } from '@second-story/board'
import { firstLine, itemType } from '@second-story/board'

/** The field of an item's main words; null for a type this version does not know. */
export function wordsField(item: Item): 'name' | 'text' | null {
  return item.type === 'plain' ? null : itemType(item.type).words
}

/** An item's main words as they stand, possibly '' and of several lines. */
export function wordsOf(item: Item): string {
  return 'text' in item ? item.text : item.name
}

/** An item in one line; a nameless one is called what it is: "a factor". */
export function nameOf(item: Item): string {
  const noun = nounOf(item)
  return firstLine(wordsOf(item), `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun} without words`)
}

/** What people call such a thing: "parked idea". */
export function nounOf(item: Item): string {
  return item.type === 'plain' ? item.of || 'thing' : itemType(item.type).noun
}
