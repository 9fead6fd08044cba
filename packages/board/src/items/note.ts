import { text, value } from '../fields.ts'
import { provenance } from '../provenance.ts'
import { defineItem, firstLine } from './define.ts'

/** A sticky note. No author is stored (DESIGN section 3: nobody is measured). */
export const note = defineItem({
  type: 'note',
  noun: 'note',
  words: 'text',
  area: 'any',
  size: { w: 168, h: 88 },
  contains: false,
  fields: { text: text(), provenance: value(provenance, null) },
  describe: (n) => firstLine(n.text, 'a note'),
})
