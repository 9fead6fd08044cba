import {
  type BoardSnapshot,
  type Component,
  type Factor,
  type Item,
  type ItemId,
  partOf,
  type When,
} from '@second-story/board'
import { carriedBy } from './carried.ts'
import { nameOf } from './item-words.ts'
import { linksOf, linkVerb } from './links.ts'
import { marksInWords } from './marks.ts'
import { boundaryIdOf } from './text/boundaries.ts'

/** One thing found: what it is, its words, and what one would want to know next. */
export interface Row {
  readonly item: Item
  readonly words: string
  /** technology, boundary, time, connections, marks; '' where there is nothing to say */
  readonly second: string
  /** only the person at this browser sees it */
  readonly own: boolean
}

type Say = (when: When) => string

/** What a thing says as one row of something found. */
export function rowOf(board: BoardSnapshot, item: Item, say: Say): Row {
  return {
    item,
    words: nameOf(item),
    second: joined([secondLine(board, item, say), carriedBy(board, item, { marks: item.type !== 'factor' })]),
    own: item.layer === 'own',
  }
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
function boundaryOf(board: BoardSnapshot, item: Item): string {
  const id = boundaryIdOf(board, item)
  const holder = id === null ? undefined : board.items.get(id)
  return holder ? nameOf(holder) : ''
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}
