import { label, text } from '../fields.ts'
import { defineItem, firstLine } from './define.ts'

/** An improvement idea, parked for the planning meeting (S003, S000). It lives in lists, never on the map. */
export const idea = defineItem({
  type: 'idea',
  noun: 'parked idea',
  words: 'text',
  area: 'any',
  size: { w: 168, h: 88 },
  contains: false,
  fields: {
    /** "who looks at it later": a role or a team */
    reviewer: label(),
    text: text(),
    notes: text(),
  },
  describe: (i) => firstLine(i.text, 'a parked idea'),
})
