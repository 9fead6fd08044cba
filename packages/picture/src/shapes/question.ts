import type { Question } from '@second-story/board'
import { type SheetLook, sheet } from './sheet.ts'

const LOOK: SheetLook<Question> = {
  font: { family: 'serif', size: 14.5, weight: 500 },
  lineHeight: 18.125,
  ink: 'on-question',
  ground: { fill: 'question', stroke: 'question-line' },
  radius: [12, 12, 12, 3],
  heading: {
    icon: 'ask',
    paint: 'on-question',
    words: (item) => (item.answered ? 'Question, answered' : 'Question'),
  },
  padX: 12,
  padY: 10,
  size: { w: 184, h: 74 },
  even: true,
  lines: 4,
}

/** A blue-grey speech card. */
export const question = sheet<Question>(
  () => LOOK,
  (item) => item.text,
)
