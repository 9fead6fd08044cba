import {
  type BoardSnapshot,
  CHIP_RELATIONS,
  type Item,
  type ItemId,
  RELATION_VERBS,
  stepsOf,
  type When,
} from '@second-story/board'
import { stepWords } from '../../flows/step-words.ts'
import { carriedBy } from '../carried.ts'
import { nameOf, wordsOf } from '../item-words.ts'
import { type Link, linksOf, linkVerb } from '../links.ts'
import { kindInWords } from '../part-words.ts'
import { linesOf, type OutlineGroup, type OutlineLine, type OutlineLink } from './outline.ts'

const CHIPS: ReadonlySet<string> = new Set(CHIP_RELATIONS)

export type LineWriter = (item: Item) => OutlineLine

/** Writes lines of a board; those that say the same as before are the same objects. */
export function lineWriter(
  board: BoardSnapshot,
  say: (when: When) => string,
  before: readonly OutlineGroup[],
): LineWriter {
  const held = new Map(linesOf(before).map((line) => [line.item.id, line]))
  const onIt = new Map<ItemId, number>()
  for (const { place } of board.items.values())
    if (place?.parent) onIt.set(place.parent, (onIt.get(place.parent) ?? 0) + 1)
  return (item) => {
    const line: OutlineLine = {
      item,
      words: wordsOf(item).trim() || nameOf(item),
      what: kindInWords(item),
      detail: joined([
        detailOf(board, item, say, onIt.get(item.id) ?? 0),
        carriedBy(board, item),
        tagged(item),
      ]),
      links: linksInOrder(linksOf(board, item.id)).map(wordsOfLink),
    }
    const was = held.get(item.id)
    return was && sameLine(was, line) ? was : line
  }
}

/** Outgoing arrows first, then those without direction, then incoming. */
function linksInOrder(links: readonly Link[]): readonly Link[] {
  const rank = { out: 0, both: 1, in: 2 }
  return [...links].sort((a, b) => rank[a.way] - rank[b.way])
}

function wordsOfLink(link: Link): OutlineLink {
  return {
    id: link.id,
    other: link.other.id,
    way: link.way,
    chip: CHIPS.has(link.kind),
    words: sayLink(link),
    label: link.label,
  }
}

/** An arrow from one of its ends, with its direction: “calls payment (sync)”. */
export function sayLink(link: Link): string {
  const verb = link.way === 'in' ? linkVerb({ ...link, label: '' }) : RELATION_VERBS[link.kind]
  return `${verb} ${nameOf(link.other)}${link.label === '' ? '' : ` (${link.label})`}`
}

function detailOf(board: BoardSnapshot, item: Item, say: (when: When) => string, onIt: number): string {
  switch (item.type) {
    case 'component':
      return joined([item.technology, item.offLimits ? 'off limits' : ''])
    case 'flow':
      return stepsOf(board, item)
        .map((step, at) => `${at + 1}. ${stepWords(board, step)}`)
        .join(' · ')
    case 'boundary':
      return item.kind === 'system' ? '' : item.kind
    case 'event':
      return say(item.when)
    case 'question':
      return item.answered ? 'answered' : ''
    case 'insight':
      return item.whoNowKnows
    case 'idea':
      return item.reviewer === '' ? '' : `${item.reviewer} looks at it later`
    case 'frame':
      return onIt === 0 ? 'empty' : onIt === 1 ? 'one thing on it' : `${onIt} things on it`
    default:
      return ''
  }
}

/** “#pay #slow” */
function tagged({ tags }: Item): string {
  return tags.map((tag) => `#${tag}`).join(' ')
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}

function sameLine(a: OutlineLine, b: OutlineLine): boolean {
  return (
    a.item === b.item &&
    a.detail === b.detail &&
    a.links.length === b.links.length &&
    a.links.every((one, at) => one.id === b.links[at]?.id && one.words === b.links[at]?.words)
  )
}
