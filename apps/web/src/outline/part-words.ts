import type { Item, Part } from '@second-story/board'
import { partOf } from '@second-story/board'

/** How the four parts are called on the screen (FACE.md). */
export const PART_WORDS: Readonly<Record<Part, string>> = {
  'came-together': 'Came together',
  harder: 'Made it harder',
  helped: 'Helped',
  background: 'Background',
}

/** What a row is, said to those who do not see its icon. */
export function kindInWords(item: Item): string {
  switch (item.type) {
    case 'factor':
      return PART_WORDS[partOf(item.kind)]
    case 'component':
      return item.kind === 'unknown' ? 'component' : item.kind
    case 'idea':
      return 'parked'
    case 'image':
      return 'picture'
    case 'plain':
      return item.of
    default:
      return item.type
  }
}
