import { label, maybe, text } from '../fields.ts'
import { defineItem, firstLine } from './define.ts'

/** What someone knows now and did not before (S004, S000). */
export const insight = defineItem({
  type: 'insight',
  noun: 'insight',
  words: 'text',
  area: 'story',
  size: { w: 168, h: 80 },
  contains: false,
  fields: {
    /** a role, never a name */
    whoNowKnows: label(),
    newTo: maybe(['me', 'team', 'several-teams']),
    text: text(),
    notes: text(),
  },
  describe: (i) => firstLine(i.text, 'an insight'),
})
