import {
  type BoardSnapshot,
  type Component,
  type Factor,
  type Item,
  type ItemId,
  partOf,
  type When,
} from '@second-story/board'
import { nameOf } from './item-words.ts'
import { linksOf, linkVerb } from './links.ts'
import { marksInWords } from './marks.ts'
import { inReadingOrder, inTellingOrder } from './order.ts'

/** One line of the list: what it is, its words, and what one would want to know next. */
export interface Row {
  readonly item: Item
  readonly words: string
  /** technology, boundary, time, connections, marks; '' where there is nothing to say */
  readonly second: string
  /** only the person at this browser sees it */
  readonly own: boolean
}

export type GroupKey = 'system' | 'story' | 'helped' | 'questions' | 'notes' | 'insights' | 'parked'

export interface Group {
  readonly key: GroupKey
  readonly title: string
  /** said beside the title: "8", "12 factors, 6 events" */
  readonly count: string
  readonly rows: readonly Row[]
  /** how many rows stand there before "5 more" is pressed */
  readonly shown: number
}

type Say = (when: When) => string

/** Fewer than this many hidden rows are not worth a button. */
const WORTH_FOLDING = 2

/**
 * The board as a list (FACE.md, 390 × 844): the system, how it came about, what helped, questions, and the rest.
 * Groups without rows are left out. `say` puts a time into words.
 */
export function groupBoard(board: BoardSnapshot, say: Say): readonly Group[] {
  const items = [...board.items.values()]
  const of = <T extends Item['type']>(type: T): Extract<Item, { type: T }>[] =>
    items.filter((item): item is Extract<Item, { type: T }> => item.type === type)
  const factors = of('factor')
  const helped = factors.filter((factor) => partOf(factor.kind) === 'helped')
  const others = factors.filter((factor) => partOf(factor.kind) !== 'helped')
  const events = of('event')
  const story = inTellingOrder(board, events, others)
  const questions = inReadingOrder(of('question'))
  const lists: readonly (readonly [GroupKey, string, readonly Item[], string, number])[] = [
    ['system', 'Our system', inReadingOrder(of('component')), '', story.length > 0 ? 3 : 12],
    ['story', 'How it came about', story, counted(others.length, events.length), 12],
    ['helped', 'What helped', inReadingOrder(helped), '', 12],
    ['questions', 'Questions', questions, '', 12],
    ['insights', 'Insights', inReadingOrder(of('insight')), '', 12],
    ['notes', 'Notes', inReadingOrder([...of('note'), ...of('text'), ...of('plain')]), '', 12],
    ['parked', 'Parked', of('idea'), '', 3],
  ]
  return lists
    .filter(([, , list]) => list.length > 0)
    .map(([key, title, list, count, fold]) => ({
      key,
      title,
      count: count || String(list.length),
      rows: list.map((item) => rowOf(board, item, say)),
      shown: list.length - fold >= WORTH_FOLDING ? fold : list.length,
    }))
}

export function rowOf(board: BoardSnapshot, item: Item, say: Say): Row {
  return { item, words: nameOf(item), second: secondLine(board, item, say), own: item.layer === 'own' }
}

function counted(factors: number, events: number): string {
  const words = [
    ...(factors > 0 ? [`${factors} ${factors === 1 ? 'factor' : 'factors'}`] : []),
    ...(events > 0 ? [`${events} ${events === 1 ? 'event' : 'events'}`] : []),
  ]
  return words.join(', ')
}

function secondLine(board: BoardSnapshot, item: Item, say: Say): string {
  switch (item.type) {
    case 'component':
      return componentLine(board, item)
    case 'event':
      return joined([say(item.when), about(board, item.id)])
    case 'factor':
      return factorLine(board, item)
    case 'question':
      return item.answered ? 'answered' : firstLink(board, item.id)
    case 'insight':
      return joined([item.whoNowKnows, firstLink(board, item.id)])
    case 'idea':
      return item.reviewer === '' ? '' : `${item.reviewer} looks at it later`
    default:
      return ''
  }
}

function componentLine(board: BoardSnapshot, component: Component): string {
  const inside = boundaryOf(board, component)
  const line = [component.technology, inside, component.offLimits ? 'off limits' : ''].filter(
    (one) => one !== '',
  )
  return line.length > 0 ? line.join(', ') : callsOf(board, component.id)
}

function factorLine(board: BoardSnapshot, factor: Factor): string {
  const marks = marksInWords(factor.marks)
  if (partOf(factor.kind) === 'helped' && marks !== '') return marks
  return joined([about(board, factor.id) || firstLink(board, factor.id), marks])
}

/** The components that a factor, event or question is about, by name: "Primary, Standby". */
function about(board: BoardSnapshot, id: ItemId): string {
  return linksOf(board, id)
    .filter((link) => link.kind === 'about' && link.way === 'out')
    .map((link) => nameOf(link.other))
    .join(', ')
}

/** "calls payment, orders-db": everything that it is connected with in the first way that there is. */
function callsOf(board: BoardSnapshot, id: ItemId): string {
  const links = linksOf(board, id).filter((link) => link.kind !== 'about')
  const first = links.find((one) => one.way === 'out') ?? links[0]
  if (!first) return ''
  const names = links
    .filter(({ way, kind }) => way === first.way && kind === first.kind)
    .map(({ other }) => nameOf(other))
  return `${linkVerb({ ...first, label: '' })} ${names.join(', ')}`
}

function firstLink(board: BoardSnapshot, id: ItemId): string {
  const links = linksOf(board, id).filter((link) => link.kind !== 'about')
  const link = links.find((one) => one.way === 'out') ?? links[0]
  return link ? `${linkVerb(link)}: ${nameOf(link.other)}` : ''
}

/** The name of the nearest boundary round an item; '' where there is none. */
export function boundaryOf(board: BoardSnapshot, item: Item): string {
  let at = item.place?.parent ?? null
  for (let depth = 0; at !== null && depth < 20; depth++) {
    const holder = board.items.get(at)
    if (holder?.type === 'boundary') return holder.name
    at = holder?.place?.parent ?? null
  }
  return ''
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}
