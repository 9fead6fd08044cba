import { label, value } from '../fields.ts'
import { provenance } from '../provenance.ts'
import { defineItem, firstLine } from './define.ts'

/** Part of the page, not of the system: gathers what lies on it. */
export const frame = defineItem({
  type: 'frame',
  noun: 'frame',
  words: 'name',
  area: 'any',
  size: { w: 560, h: 360 },
  contains: true,
  fields: { name: label(), provenance: value(provenance, null) },
  describe: (f) => firstLine(f.name, 'a frame'),
})
