import { z } from 'zod'
import { bag, label, text, value } from '../fields.ts'
import { LIMITS } from '../limits.ts'
import { provenance } from '../provenance.ts'
import { defineItem, firstLine } from './define.ts'

/**
 * One step of a flow: an arrow that is gone along, or a component that is stood on, and what happens there. `order` is a
 * fractional index, so that two people who move different steps both win. A step is no arrow: it may name one twice.
 */
export const flowStep = z.object({
  order: z.string().max(64),
  /** the id of an arrow or of a thing; what is not there any more leaves the step its words */
  on: z.string().regex(/^[A-Za-z0-9_-]{21}$/, 'a step is on an arrow or a thing'),
  words: z.string().max(LIMITS.label),
})
export type FlowStep = z.output<typeof flowStep>

/** A named way through the sketch, step by step: “place an order”. It has no place; the map shows it while it is played. */
export const flow = defineItem({
  type: 'flow',
  noun: 'flow',
  words: 'name',
  area: 'system',
  size: { w: 200, h: 56 },
  contains: false,
  fields: {
    name: label(),
    steps: bag(flowStep),
    provenance: value(provenance, null),
    notes: text(),
  },
  describe: (f) => firstLine(f.name, 'a flow'),
})
