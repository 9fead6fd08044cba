import type { Boundary, Item, ItemId, ItemTypeName, Part, RelationId } from '@second-story/board'

/** A list of the outline, as a place for things: what is made there, and in which boundary or part it will be. */
export interface Spot {
  readonly type: ItemTypeName
  /** for components and boundaries: what they lie in; null lies in none */
  readonly boundary: ItemId | null
  /** for factors: the part played */
  readonly part: Part | null
}

/** One arrow or chip as read from one of its ends: “calls payment (sync)”, “called by web”. */
export interface OutlineLink {
  readonly id: RelationId
  readonly other: ItemId
  /** `out`: from this line to the other; `both`: no direction */
  readonly way: 'out' | 'in' | 'both'
  /** said of it by what is told: “spoken of in …”; an arrow of its own it has not */
  readonly chip: boolean
  readonly words: string
  /** words typed on the arrow; '' where none were */
  readonly label: string
}

/** One thing on the board as a line, with what it is connected to below it. */
export interface OutlineLine {
  readonly item: Item
  /** its main words, all of them; never '' */
  readonly words: string
  /** what it is: "service", "Made it harder" */
  readonly what: string
  /** technology, time, marks; '' where there is nothing to say */
  readonly detail: string
  readonly links: readonly OutlineLink[]
}

/** A heading with its lines, and the headings below it. A boundary is a heading that is itself on the board. */
export interface OutlineGroup {
  readonly key: string
  readonly title: string
  /** 2 to 6, as in `<h2>` */
  readonly level: 2 | 3 | 4 | 5 | 6
  /** the boundary that it stands for, as a line */
  readonly holder: (OutlineLine & { readonly item: Boundary }) | null
  /** where something new in this list goes; null where nothing is made (things of a newer version) */
  readonly spot: Spot | null
  readonly lines: readonly OutlineLine[]
  readonly groups: readonly OutlineGroup[]
}

/** Fewer than this many are read one by one. */
const WORTH_COUNTING = 3

/** A line's arrows, and apart from them what many others say of it: a component is spoken of in half the story. */
export function linksApart(line: OutlineLine): {
  readonly arrows: readonly OutlineLink[]
  readonly spokenOf: readonly OutlineLink[]
} {
  const spokenOf = line.links.filter((link) => link.chip && link.way === 'in')
  if (spokenOf.length < WORTH_COUNTING) return { arrows: line.links, spokenOf: [] }
  return { arrows: line.links.filter((link) => !spokenOf.includes(link)), spokenOf }
}

/** Every line of some groups in reading order, boundaries before what lies in them. */
export function linesOf(groups: readonly OutlineGroup[]): readonly OutlineLine[] {
  return groups.flatMap((group) => [
    ...(group.holder ? [group.holder] : []),
    ...group.lines,
    ...linesOf(group.groups),
  ])
}

/** Every group, outer before inner. */
export function groupsOf(groups: readonly OutlineGroup[]): readonly OutlineGroup[] {
  return groups.flatMap((group) => [group, ...groupsOf(group.groups)])
}

/** How many lines stand under a heading, those of inner headings too. */
export function countOf(group: OutlineGroup): number {
  return group.groups.reduce((sum, one) => sum + countOf(one), group.lines.length)
}

export function sameSpot(a: Spot | null, b: Spot | null): boolean {
  return a?.type === b?.type && a?.boundary === b?.boundary && a?.part === b?.part
}
