import type { BoardSnapshot, Component, ItemId } from '@second-story/board'
import { TINTS, type Tint } from './tint.ts'

/** By what components can be coloured besides their kind, which their shape says anyway. */
export const COLOURINGS = ['owner', 'criticality', 'touched'] as const
export type ColourBy = (typeof COLOURINGS)[number]

/** One line of the legend: a colour, its letter, what both stand for, and on how many components. */
export interface LegendLine {
  readonly tint: Tint
  readonly words: string
  readonly count: number
}

export interface Colouring {
  readonly tints: ReadonlyMap<ItemId, Tint>
  /** in the order of the letters; components without a tint are white and stand in no line */
  readonly legend: readonly LegendLine[]
}

/** What there is to colour by on this board: nothing is offered that would leave every component white. */
export function colouringsOf(board: BoardSnapshot): readonly ColourBy[] {
  return COLOURINGS.filter((by) => colourBy(board, by).legend.length > 0)
}

/**
 * The components of a board by a colour and a letter each. What is common decides the letters, so that nobody's private
 * sketch shows in them; a private component has its group's, if there is one.
 */
export function colourBy(board: BoardSnapshot, by: ColourBy): Colouring {
  const groupOf = by === 'touched' ? touchedBy(board) : (one: Component) => said(one, by)
  const members = new Map<string, Component[]>()
  const own: Component[] = []
  for (const item of board.items.values()) {
    if (item.type !== 'component' || item.revealed !== null) continue
    if (item.layer !== 'common') own.push(item)
    else add(members, groupOf(item), item)
  }
  const names = [...members.keys()].sort(by === 'criticality' ? byWeight : byWords)
  const tints = new Map<ItemId, Tint>()
  const legend = names.map((name, at): LegendLine => {
    const tint = tintAt(at)
    const list = members.get(name) ?? []
    for (const { id } of list) tints.set(id, tint)
    return { tint, words: wordsOf(list, name, by), count: list.length }
  })
  for (const item of own) {
    const at = names.indexOf(groupOf(item))
    if (at >= 0) tints.set(item.id, tintAt(at))
  }
  return { tints, legend }
}

function add(members: Map<string, Component[]>, name: string, item: Component): void {
  if (name === '') return
  const list = members.get(name)
  if (list) list.push(item)
  else members.set(name, [item])
}

/** “Payments” and “payments ” are one team. */
function said(item: Component, by: 'owner' | 'criticality'): string {
  return spoken(item, by).toLowerCase()
}

function spoken(item: Component, by: 'owner' | 'criticality'): string {
  return (by === 'owner' ? item.ownerTeam : item.criticality).trim().replace(/\s+/g, ' ')
}

function wordsOf(list: readonly Component[], name: string, by: ColourBy): string {
  if (by === 'touched') return name
  return list.map((one) => spoken(one, by)).sort(byWords)[0] ?? name
}

const EVENT = 'an event happened here'
const FACTOR = 'a factor is about it'
const BOTH = 'an event and a factor'

/** What the story says of a component. No count of it: that much is told of one says nothing of its part. */
function touchedBy(board: BoardSnapshot): (one: Component) => string {
  const events = new Set<ItemId>()
  const factors = new Set<ItemId>()
  for (const { kind, from, to, layer } of board.relations.values()) {
    if (kind !== 'about' || layer !== 'common') continue
    const type = board.items.get(from)?.type
    if (type === 'event') events.add(to)
    else if (type === 'factor') factors.add(to)
  }
  return ({ id }) => (events.has(id) ? (factors.has(id) ? BOTH : EVENT) : factors.has(id) ? FACTOR : '')
}

function tintAt(at: number): Tint {
  const { fill, line } = TINTS[at % TINTS.length] ?? TINTS[0]
  return { fill, line, letter: letterAt(at) }
}

/** A to Z, then A2 to Z2 and so on. */
function letterAt(at: number): string {
  const round = Math.floor(at / 26)
  return String.fromCharCode(65 + (at % 26)) + (round === 0 ? '' : String(round + 1))
}

function byWords(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  return x < y ? -1 : x > y ? 1 : a < b ? -1 : a > b ? 1 : 0
}

const WEIGHTS: readonly RegExp[] = [
  /critical|highest|tier.?0|\bp0\b/,
  /\bhigh|tier.?1|\bp1\b/,
  /medium|moderate|normal|tier.?2|\bp2\b/,
  /\blow|tier.?3|\bp3\b/,
]

/** Words that everybody knows stand in their order, the rest by the alphabet. */
function byWeight(a: string, b: string): number {
  return weightOf(a) - weightOf(b) || byWords(a, b)
}

function weightOf(words: string): number {
  const at = WEIGHTS.findIndex((one) => one.test(words))
  return at < 0 ? WEIGHTS.length : at
}
