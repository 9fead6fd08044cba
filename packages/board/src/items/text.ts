import { choice, text as textField } from '../fields.ts'
import { defineItem, firstLine } from './define.ts'

/** Words straight on the page. */
export const text = defineItem({
  type: 'text',
  noun: 'text',
  words: 'text',
  area: 'any',
  size: { w: 240, h: 32 },
  contains: false,
  fields: { text: textField(), size: choice(['small', 'body', 'title'], 'body') },
  describe: (t) => firstLine(t.text, 'a text'),
})
