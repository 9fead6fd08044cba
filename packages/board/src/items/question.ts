import { flag, maybe, text } from '../fields.ts'
import { defineItem, firstLine } from './define.ts'

export const QUESTION_FAMILIES = [
  'cues',
  'knowledge',
  'goals',
  'assessment',
  'options',
  'help',
  'normal-work',
  'recovery',
  'difference',
] as const

export const question = defineItem({
  type: 'question',
  noun: 'question',
  words: 'text',
  area: 'any',
  size: { w: 184, h: 88 },
  contains: false,
  fields: { family: maybe(QUESTION_FAMILIES), answered: flag(), text: text(), notes: text() },
  describe: (q) => firstLine(q.text, 'a question'),
})
