import type { BoardSnapshot } from '@second-story/board'
import type { Group, Line, Words } from '../record.ts'
import { factorGroups } from './factors.ts'
import { systemGroups } from './system.ts'
import { View } from './view.ts'

/** The web of factors as sentences, one a factor or arrow: what a screen reader is told in place of the picture. */
export function factorSentences(board: BoardSnapshot): readonly string[] {
  return sentences(factorGroups(new View(board)))
}

/** The system as sentences, one a component. */
export function systemSentences(board: BoardSnapshot): readonly string[] {
  return sentences(systemGroups(new View(board)))
}

function sentences(groups: readonly Group[]): string[] {
  return groups.flatMap(({ title, lines }) =>
    lines.map((line) => (title === null ? said(line) : `${title}: ${said(line)}`)),
  )
}

function said(line: Line): string {
  const behind = [...line.details.map(flat), ...line.stamps]
  return `${[flat(line.words), ...behind].join('; ')}.`
}

/** Words without their marks. */
export function flat(words: Words): string {
  return words.map((run) => run.text).join('')
}
