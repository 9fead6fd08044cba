import { factorLine, hasWords, isStillThere, line, oneLine, plain } from './lines.ts'
import { group } from './list-section.ts'
import type { SectionComposer } from './section.ts'

/** Questions that nobody has answered, and what is still there. */
export const questions: SectionComposer = {
  key: 'questions',
  title: 'Questions still open',
  byHand: false,
  compose(view) {
    const open = view
      .all('question')
      .filter((question) => !question.answered && hasWords(question))
      .map((question) => line(question.id, plain(oneLine(question.text)), { notes: question.notes.trim() }))
    const risks = view
      .all('factor')
      .filter((factor) => hasWords(factor) && isStillThere(factor))
      .map((factor) => ({ ...factorLine(view, factor), stamps: [] }))
    return [
      ...(open.length === 0 ? [] : [{ block: 'questions' as const, questions: open }]),
      ...(risks.length === 0 ? [] : [{ block: 'groups' as const, groups: [group('Still there', risks)] }]),
    ]
  },
}
