import type { Insight } from '@second-story/board'
import type { Line, Words } from '../record.ts'
import { hasWords, line, oneLine, plain } from './lines.ts'
import { group } from './list-section.ts'
import type { SectionComposer } from './section.ts'
import type { View } from './view.ts'

const NEW_TO: Readonly<Record<NonNullable<Insight['newTo']>, string>> = {
  me: 'new to one of us',
  team: 'new to the team',
  'several-teams': 'new to several teams',
}

export const learnt: SectionComposer = {
  key: 'learnt',
  title: 'What we learnt',
  byHand: false,
  compose(view) {
    const lines = view
      .all('insight')
      .filter(hasWords)
      .map((insight) => insightLine(view, insight))
    return lines.length === 0 ? [] : [{ block: 'groups', groups: [group(null, lines)] }]
  },
}

function insightLine(view: View, insight: Insight): Line {
  const who = oneLine(insight.whoNowKnows)
  const from = view.from(insight.id).filter((relation) => relation.kind === 'from')
  const details: Words[] = [
    ...from.map((relation) => plain(`from “${view.nameOf(relation.to)}”`)),
    ...(who ? [plain(`now known to ${who}`)] : []),
    ...(insight.newTo ? [plain(NEW_TO[insight.newTo])] : []),
  ]
  return line(insight.id, plain(oneLine(insight.text)), { details, notes: insight.notes.trim() })
}
