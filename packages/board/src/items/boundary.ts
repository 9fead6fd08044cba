import { choice, label, text, value } from '../fields.ts'
import { provenance } from '../provenance.ts'
import { defineItem, firstLine } from './define.ts'

export const BOUNDARY_KINDS = ['system', 'team', 'network', 'zone', 'region'] as const
export type BoundaryKind = (typeof BOUNDARY_KINDS)[number]

export const boundary = defineItem({
  type: 'boundary',
  noun: 'boundary',
  words: 'name',
  area: 'system',
  size: { w: 400, h: 280 },
  contains: true,
  fields: {
    name: label(),
    kind: choice(BOUNDARY_KINDS, 'system'),
    tint: choice(['a', 'b'], 'a'),
    notes: text(),
    provenance: value(provenance, null),
  },
  describe: (b) => firstLine(b.name, 'a boundary'),
})
