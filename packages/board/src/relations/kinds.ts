/** What one thing has to do with another. One list for the system, the web of factors, and the chips. */
export const SYSTEM_RELATIONS = [
  'calls',
  'publishes',
  'consumes',
  'reads',
  'writes',
  'replicates-to',
  'fails-over-to',
  'depends-on',
  'monitors',
  'notifies',
  'deploys',
  'backs-up-to',
  'network',
] as const

/** `relates-to` is undirected and the default between factors; loops and many-to-many are normal. */
export const STORY_RELATIONS = [
  'relates-to',
  'triggered',
  'enabled',
  'led-to',
  'contributed-to',
  'made-worse',
  'made-difficult',
  'hid',
  'helped',
  'limited',
  'shaped',
  'supports',
  'contradicts',
] as const

/** Links shown as chips rather than arrows: a factor's components, an insight's source (DESIGN section 8). */
export const CHIP_RELATIONS = ['about', 'from'] as const

export const RELATION_KINDS = [...SYSTEM_RELATIONS, ...STORY_RELATIONS, ...CHIP_RELATIONS] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

export function isRelationKind(value: unknown): value is RelationKind {
  return typeof value === 'string' && (RELATION_KINDS as readonly string[]).includes(value)
}

export interface ArrowLook {
  readonly line: 'solid' | 'dashed' | 'dotted'
  readonly head: 'filled' | 'open' | 'bar' | 'none'
  /** a factor line: curved and thin */
  readonly thread: boolean
  /** words shown when people typed none; '' shows nothing */
  readonly words: string
  /** drawn as a chip, not as an arrow */
  readonly chip: boolean
  /** start-up order and the like: not shown until asked for */
  readonly quiet: boolean
}

const call = { line: 'solid', head: 'filled', thread: false, words: '', chip: false, quiet: false } as const
const async = { ...call, line: 'dashed', head: 'open' } as const
const fed = { line: 'solid', head: 'filled', thread: true, words: '', chip: false, quiet: false } as const

/** How each kind looks (FACE.md, "Arrows"). */
export const ARROW_LOOKS: Readonly<Record<RelationKind, ArrowLook>> = {
  calls: call,
  publishes: { ...async, words: 'publishes' },
  consumes: { ...async, words: 'consumes' },
  reads: { ...call, words: 'reads' },
  writes: { ...call, words: 'writes' },
  'replicates-to': { ...async, words: 'replicates' },
  'fails-over-to': { ...async, words: 'fails over to' },
  'depends-on': { ...call, line: 'dotted', head: 'open', words: 'starts after', quiet: true },
  monitors: { ...call, words: 'watches' },
  notifies: { ...async, words: 'notifies' },
  deploys: { ...call, words: 'deploys' },
  'backs-up-to': { ...async, words: 'backs up to' },
  network: { ...call, head: 'none', words: 'network' },
  'relates-to': { ...fed, head: 'none' },
  triggered: fed,
  enabled: fed,
  'led-to': fed,
  'contributed-to': fed,
  'made-worse': { ...fed, words: 'made worse' },
  'made-difficult': { ...fed, words: 'made harder' },
  hid: { ...fed, words: 'hid' },
  helped: { ...fed, words: 'helped' },
  limited: { ...fed, head: 'bar', words: 'limited' },
  shaped: { ...fed, words: 'shaped' },
  supports: { ...fed, line: 'dotted', head: 'none', words: 'evidence' },
  contradicts: { ...fed, line: 'dotted', head: 'none', words: 'speaks against' },
  about: { ...fed, chip: true },
  from: { ...fed, chip: true },
}

/** How a kind is said between two names: "orders calls payment". */
export const RELATION_VERBS: Readonly<Record<RelationKind, string>> = {
  calls: 'calls',
  publishes: 'publishes to',
  consumes: 'consumes from',
  reads: 'reads',
  writes: 'writes to',
  'replicates-to': 'replicates to',
  'fails-over-to': 'fails over to',
  'depends-on': 'starts after',
  monitors: 'watches',
  notifies: 'notifies',
  deploys: 'deploys',
  'backs-up-to': 'backs up to',
  network: 'shares a network with',
  'relates-to': 'goes with',
  triggered: 'fed into',
  enabled: 'fed into',
  'led-to': 'fed into',
  'contributed-to': 'fed into',
  'made-worse': 'made worse',
  'made-difficult': 'made harder',
  hid: 'hid',
  helped: 'helped',
  limited: 'held back',
  shaped: 'shaped',
  supports: 'is evidence for',
  contradicts: 'speaks against',
  about: 'is about',
  from: 'comes from',
}
