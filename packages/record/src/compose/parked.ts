import { hasWords, line, oneLine, plain } from './lines.ts'
import { group } from './list-section.ts'
import type { SectionComposer } from './section.ts'

/** Ideas parked for the planning meeting: only where the facilitator includes them. */
export const parked: SectionComposer = {
  key: 'parked',
  title: 'Parked for later',
  byHand: false,
  compose(view) {
    const lines = view
      .all('idea')
      .filter(hasWords)
      .map((idea) => {
        const reviewer = oneLine(idea.reviewer)
        const details = reviewer ? [plain(`${reviewer} looks at it later`)] : []
        return line(idea.id, plain(oneLine(idea.text)), { details, notes: idea.notes.trim() })
      })
    return lines.length === 0 ? [] : [{ block: 'groups', groups: [group(null, lines)] }]
  },
}
