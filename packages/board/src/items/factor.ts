import { bag, choice, maybe, text } from '../fields.ts'
import { source } from '../sources.ts'
import { defineItem, firstLine } from './define.ts'

/** The part a factor played (DOMAIN section 5, from OOPS, CAST and S003/S004). None of them is "the root". */
export const FACTOR_KINDS = [
  'triggered',
  'enabled',
  'contributed-to',
  'made-worse',
  'made-difficult',
  'hid',
  'helped',
  'limited',
  'context',
  'risk',
] as const
export type FactorKind = (typeof FACTOR_KINDS)[number]

/** The four parts that people see; each stands for several kinds (FACE.md, "What a shape says"). */
export const PARTS = ['came-together', 'harder', 'helped', 'background'] as const
export type Part = (typeof PARTS)[number]

export function partOf(kind: FactorKind): Part {
  switch (kind) {
    case 'triggered':
    case 'enabled':
    case 'contributed-to':
      return 'came-together'
    case 'made-worse':
    case 'made-difficult':
    case 'hid':
      return 'harder'
    case 'helped':
    case 'limited':
      return 'helped'
    case 'context':
    case 'risk':
      return 'background'
  }
}

/** What keys 1 to 4 store. */
export const KIND_OF_PART: Readonly<Record<Part, FactorKind>> = {
  'came-together': 'contributed-to',
  harder: 'made-difficult',
  helped: 'helped',
  background: 'context',
}

/** AcciMap's six levels, simplified for software (DOMAIN section 5). */
export const LEVELS = [
  'external',
  'organisation',
  'team-process',
  'people-context',
  'tooling',
  'system',
] as const
export type Level = (typeof LEVELS)[number]

export const factor = defineItem({
  type: 'factor',
  noun: 'factor',
  words: 'text',
  area: 'story',
  size: { w: 168, h: 72 },
  contains: false,
  fields: {
    kind: choice(FACTOR_KINDS, 'contributed-to'),
    level: maybe(LEVELS),
    confidence: maybe(['several', 'one']),
    sources: bag(source),
    text: text(),
    notes: text(),
  },
  describe: (f) => firstLine(f.text, 'a factor'),
})
