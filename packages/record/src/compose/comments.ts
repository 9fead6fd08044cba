import { aboutInWords, type BoardSnapshot, numberedThreads } from '@second-story/board'
import type { Line, Section } from '../record.ts'
import { isInRecord } from './is-in-record.ts'
import { line, oneLine, plain } from './lines.ts'
import { group } from './list-section.ts'

/**
 * What people said beside the board, numbered as the pins of a picture are: only where somebody wants it along, and without names.
 */
export function commentSection(board: BoardSnapshot): Section {
  const lines = numberedThreads(board)
    .filter(({ about }) => about.item === null || isInRecord(about.item, board))
    .map(({ n, thread, about, words }): Line => {
      const [first = '', ...answers] = words
      const what = [
        { text: String(n), bold: true as const },
        { text: `\u00a0 ${aboutInWords(about)}: ${oneLine(first)}` },
      ]
      const notes = answers.map(oneLine).join('\n\n')
      return line(about.item?.id ?? null, what, {
        notes,
        details: thread.isResolved ? [plain('resolved')] : [],
      })
    })
  const blocks = lines.length === 0 ? [] : [{ block: 'groups' as const, groups: [group(null, lines)] }]
  return { key: 'comments', title: 'Comments', byHand: false, blocks }
}
