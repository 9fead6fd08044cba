import type { Factor } from '@second-story/board'
import type { Group, Line, SectionKey } from '../record.ts'
import { factorLine, hasWords } from './lines.ts'
import type { SectionComposer } from './section.ts'

/** A section that is one list of the factors that answer to `which`. */
export function factorList(
  key: SectionKey,
  title: string,
  which: (factor: Factor) => boolean,
  /** a stamp that the title already says */
  said: string | null = null,
): SectionComposer {
  return {
    key,
    title,
    byHand: false,
    compose(view) {
      const lines = view
        .all('factor')
        .filter((factor) => hasWords(factor) && which(factor))
        .map((factor) => factorLine(view, factor))
        .map((line) => ({ ...line, stamps: line.stamps.filter((stamp) => stamp !== said) }))
      return lines.length === 0 ? [] : [{ block: 'groups', groups: [group(null, lines)] }]
    },
  }
}

export function group(title: string | null, lines: readonly Line[]): Group {
  return { title, part: null, lines }
}
