import { z } from 'zod'
import { bag, choice, flag, label, maybe, text, value } from '../fields.ts'
import { LIMITS } from '../limits.ts'
import { provenance } from '../provenance.ts'
import { link } from '../sources.ts'
import { defineItem, firstLine } from './define.ts'

export const COMPONENT_KINDS = [
  'service',
  'datastore',
  'cache',
  'queue',
  'gateway',
  'job',
  'function',
  'client',
  'role',
  'external',
  'observability',
  'unknown',
] as const
export type ComponentKind = (typeof COMPONENT_KINDS)[number]

export const component = defineItem({
  type: 'component',
  noun: 'component',
  words: 'name',
  area: 'system',
  size: { w: 144, h: 56 },
  contains: false,
  fields: {
    name: label(),
    kind: choice(COMPONENT_KINDS, 'service'),
    technology: label(),
    ownerTeam: label(),
    criticality: label(),
    /** is it ours to break? (DOMAIN: four questions before brainstorming) */
    control: maybe(['ours', 'not-ours', 'unsure']),
    offLimits: flag(),
    /** what normal looks like, before the experiment (CTK: steady state) */
    steadyState: bag(
      z.object({ signal: z.string().max(200), usual: z.string().max(200), where: z.string().max(200) }),
    ),
    /** where more is written about it: a dashboard, a runbook */
    links: bag(z.object({ title: z.string().max(LIMITS.label), url: link })),
    provenance: value(provenance, null),
    notes: text(),
  },
  describe: (c) => firstLine(c.name, 'a component') + (c.technology ? `, ${c.technology}` : ''),
})
