import {
  ARROW_LOOKS,
  type BoardSnapshot,
  type Item,
  type ItemId,
  itemType,
  sayWhen,
} from '@second-story/board'
import { presetOf } from './colours.ts'

type Plain = Record<string, string | number>

/** All that is common and lies somewhere, as a JSON Canvas (jsoncanvas.org, 1.0); `chosen`: only these. */
export function writeJsonCanvas(board: BoardSnapshot, chosen: ReadonlySet<ItemId> | null = null): string {
  const items = [...board.items.values()]
    .filter((item) => item.layer === 'common' && item.place !== null && (chosen?.has(item.id) ?? true))
    .sort(groundFirst)
  const there = new Set<string>(items.map((item) => item.id))
  const edges = [...board.relations.values()]
    .filter(({ layer, from, to, kind }) => {
      return layer === 'common' && there.has(from) && there.has(to) && !ARROW_LOOKS[kind].chip
    })
    .sort(byId)
    .map(({ id, from, to, kind, label }): Plain => {
      const look = ARROW_LOOKS[kind]
      const words = label || look.words
      return {
        id,
        fromNode: from,
        toNode: to,
        toEnd: look.head === 'none' ? 'none' : 'arrow',
        ...(words === '' ? {} : { label: words }),
      }
    })
  return `${JSON.stringify({ nodes: items.map((item) => nodeOf(item, board)), edges }, null, 2)}\n`
}

function nodeOf(item: Item, board: BoardSnapshot): Plain {
  const { x = 0, y = 0, w = 0, h = 0 } = item.place ?? {}
  const usual = item.type === 'plain' ? { w: 144, h: 56 } : itemType(item.type).size
  const place = {
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(w) || usual.w,
    height: Math.round(h) || usual.h,
  }
  if (item.type === 'boundary' || item.type === 'frame')
    return { id: item.id, type: 'group', ...place, label: item.name }
  const colour = presetOf(item)
  return {
    id: item.id,
    type: 'text',
    ...place,
    text: asMarkdown(wordsOf(item, board)),
    ...(colour === null ? {} : { color: colour }),
  }
}

function wordsOf(item: Exclude<Item, { type: 'boundary' | 'frame' }>, board: BoardSnapshot): string {
  switch (item.type) {
    case 'component':
      return item.technology === '' ? item.name : `${item.name}\n${item.technology}`
    case 'plain':
    case 'flow':
    case 'bookmark':
      return item.name
    case 'image':
      return item.name || 'A picture'
    case 'event':
      return `${sayWhen(item.when, board.conduct.zone).words} ${item.text}`
    default:
      return item.text
  }
}

/** A text node is Markdown: words of people mean nothing in it. */
function asMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>~]|^#(?=#{0,5} )|^[-+](?= )/gm, (one) => `\\${one}`)
}

function groundFirst(a: Item, b: Item): number {
  const ground = (item: Item): number => (item.type === 'boundary' || item.type === 'frame' ? 0 : 1)
  const order = (item: Item): string => item.place?.order ?? ''
  return ground(a) - ground(b) || compare(order(a), order(b)) || byId(a, b)
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
