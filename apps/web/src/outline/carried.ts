import { type BoardSnapshot, dotsOn, type Item, marksOf } from '@second-story/board'
import { say as noteWords } from '../map/notes/words.ts'
import { say as voteWords } from '../votes/words.ts'
import { marksInWords } from './marks.ts'

/** What hangs on a thing whatever it is, in words: a note's ground unless it is the usual one, stamps, dots of a vote. */
export function carriedBy(board: BoardSnapshot, item: Item, { marks = true } = {}): string {
  const dots = dotsOn(board.conduct, item.id)
  const parts = [
    item.type === 'note' && item.colour !== 'yellow' ? noteWords[item.colour].toLowerCase() : '',
    marks ? marksInWords(marksOf(item)) : '',
    dots > 0 ? voteWords.onIt(dots) : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
