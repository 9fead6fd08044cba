import { type Factor, PARTS, type Part, partOf } from '@second-story/board'
import type { Group, Line, Words } from '../record.ts'
import { betweenEvents, connections } from './connections.ts'
import { aboutDetail, cited, hasWords, line, oneLine, plain, stampsOf } from './lines.ts'
import type { SectionComposer } from './section.ts'
import type { View } from './view.ts'

export const PART_TITLES: Readonly<Record<Part, string>> = {
  'came-together': 'Came together',
  harder: 'Made it harder',
  helped: 'Helped',
  background: 'Background',
}

const LEVEL_WORDS: Readonly<Record<NonNullable<Factor['level']>, string>> = {
  external: 'outside world',
  organisation: 'organisation and priorities',
  'team-process': 'team, process and practice',
  'people-context': 'people at the time',
  tooling: 'tools and alerts',
  system: 'software and infrastructure',
}

/**
 * The web of factors as a picture and the same as text, by the part each played. In reading order: no factor stands
 * first because of what it did, and none is called the cause.
 */
export const factors: SectionComposer = {
  key: 'factors',
  title: 'Contributing factors',
  byHand: false,
  compose(view) {
    const groups = factorGroups(view)
    if (groups.length === 0) return []
    const words = 'How it came about; the same follows as text.'
    return [
      { block: 'picture', picture: 'story', words },
      { block: 'groups', groups },
    ]
  },
}

export function factorGroups(view: View): Group[] {
  const all = view.all('factor').filter(hasWords)
  const groups: Group[] = PARTS.flatMap((part) => {
    const lines = all.filter((factor) => partOf(factor.kind) === part).map((factor) => webLine(view, factor))
    return lines.length === 0 ? [] : [{ title: PART_TITLES[part], part, lines }]
  })
  const events = betweenEvents(view)
  return events.length === 0
    ? groups
    : [...groups, { title: 'From event to event', part: null, lines: events }]
}

function webLine(view: View, factor: Factor): Line {
  const level: Words[] = factor.level ? [plain(LEVEL_WORDS[factor.level])] : []
  const part = partOf(factor.kind)
  // the sections on what helped and what made it harder carry these notes
  const notes = part === 'helped' || part === 'harder' ? '' : factor.notes.trim()
  return line(factor.id, plain(oneLine(factor.text)), {
    details: [...connections(view, factor), ...aboutDetail(view, factor.id), ...level],
    notes,
    stamps: stampsOf(factor),
    ...cited(view, factor.sources),
  })
}
