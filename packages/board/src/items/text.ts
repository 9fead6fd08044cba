import { choice, text as textField, value } from '../fields.ts'
import { provenance } from '../provenance.ts'
import { defineItem, firstLine } from './define.ts'

/** Words straight on the page. */
export const text = defineItem({
  type: 'text',
  noun: 'text',
  words: 'text',
  area: 'any',
  size: { w: 240, h: 32 },
  contains: false,
  fields: {
    text: textField(),
    size: choice(['small', 'body', 'title'], 'body'),
    provenance: value(provenance, null),
  },
  describe: (t) => firstLine(t.text, 'a text'),
})
