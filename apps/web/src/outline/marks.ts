import type { Mark } from '@second-story/board'

/** How a corner stamp is said. */
export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  surprise: 'surprise',
  luck: 'luck',
  'went-well': 'went well',
  'still-there': 'still there',
  'normal-work': 'normal work',
}

export function marksInWords(marks: readonly Mark[]): string {
  return marks.map((mark) => MARK_WORDS[mark]).join(', ')
}
