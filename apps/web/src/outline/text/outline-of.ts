import {
  type BoardSnapshot,
  type Bookmark,
  type Boundary,
  type Factor,
  flowsOf,
  type Item,
  type ItemId,
  inTimeOrder,
  type Part,
  partOf,
  type When,
} from '@second-story/board'
import { inReadingOrder } from '../order.ts'
import { PART_WORDS } from '../part-words.ts'
import { boundaryIdOf } from './boundaries.ts'
import { type LineWriter, lineWriter } from './line-of.ts'
import type { OutlineGroup, OutlineLine, Spot } from './outline.ts'

export interface OutlineWay {
  /** a time in words */
  readonly say: (when: When) => string
  /** something just deleted by others that somebody here is still writing in: it keeps its line */
  readonly held?: ItemId | null
  /** the outline before: lines in which nothing changed keep their identity */
  readonly before?: readonly OutlineGroup[]
}

/**
 * The whole board as text: the system with boundaries as headings, how it came about by time and by the part that
 * factors played, what helped, and what else there is. Every item stands in it exactly once; empty headings too, so
 * that something can be made under them.
 */
export function outlineOf(board: BoardSnapshot, way: OutlineWay): readonly OutlineGroup[] {
  const items = shownItems(board, way.held ?? null)
  const write = lineWriter(board, way.say, way.before ?? [])
  const of = <T extends Item['type']>(...types: readonly T[]): Extract<Item, { type: T }>[] =>
    items.filter((item): item is Extract<Item, { type: T }> =>
      (types as readonly string[]).includes(item.type),
    )
  const list = (key: string, title: string, spot: Spot | null, of: readonly Item[], level: 2 | 3 = 2) =>
    group(key, title, level, spot, of.map(write))
  const factors = of('factor')
  const played = (part: Part, title: string, level: 2 | 3): OutlineGroup =>
    list(
      `part-${part}`,
      title,
      { ...NOWHERE, type: 'factor', part },
      inReadingOrder(playing(factors, part)),
      level,
    )
  return [
    systemOf(board, of('component'), of('boundary'), write),
    {
      ...group('story', 'How it came about', 2, null, []),
      groups: [
        list('events', 'Timeline', { ...NOWHERE, type: 'event' }, inTimeOrder(of('event')), 3),
        played('came-together', PART_WORDS['came-together'], 3),
        played('harder', PART_WORDS.harder, 3),
        played('background', PART_WORDS.background, 3),
      ],
    },
    played('helped', 'What helped', 2),
    list('questions', 'Questions', { ...NOWHERE, type: 'question' }, inReadingOrder(of('question'))),
    list('insights', 'Insights', { ...NOWHERE, type: 'insight' }, inReadingOrder(of('insight'))),
    list('flows', 'Flows', { ...NOWHERE, type: 'flow' }, flowsOf(board)),
    list('notes', 'Notes', { ...NOWHERE, type: 'note' }, inReadingOrder(of('note', 'text'))),
    list('frames', 'Frames', { ...NOWHERE, type: 'frame' }, inReadingOrder(of('frame'))),
    list('places', 'Places', null, inNameOrder(of('bookmark'))),
    list('pictures', 'Pictures', null, inReadingOrder(of('image'))),
    list('parked', 'Parked', { ...NOWHERE, type: 'idea' }, of('idea')),
    list('others', 'Other cards', null, inReadingOrder(of('plain'))),
  ]
}

function inNameOrder(items: readonly Bookmark[]): readonly Bookmark[] {
  return [...items].sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
}

const NOWHERE = { boundary: null, part: null } as const

/** What was shown to everybody stands once, as it was shown. */
function shownItems(board: BoardSnapshot, held: ItemId | null): readonly Item[] {
  const items = [...board.items.values()].filter((item) => item.revealed === null)
  const gone = held === null ? undefined : board.deleted.get(held)
  return gone ? [...items, gone] : items
}

function playing(factors: readonly Factor[], part: Part): readonly Factor[] {
  return factors.filter((factor) => partOf(factor.kind) === part)
}

function group(
  key: string,
  title: string,
  level: OutlineGroup['level'],
  spot: Spot | null,
  lines: readonly OutlineLine[],
): OutlineGroup {
  return { key, title, level, holder: null, spot, lines, groups: [] }
}

function systemOf(
  board: BoardSnapshot,
  components: readonly Item[],
  boundaries: readonly Boundary[],
  write: LineWriter,
): OutlineGroup {
  const known = new Set<ItemId>(boundaries.map(({ id }) => id))
  const inside = new Map<ItemId | null, Item[]>()
  for (const item of [...components, ...boundaries]) {
    const at = boundaryIdOf(board, item)
    const key = at !== null && known.has(at) ? at : null
    const held = inside.get(key)
    if (held) held.push(item)
    else inside.set(key, [item])
  }
  const fill = (id: ItemId | null, level: number): Pick<OutlineGroup, 'lines' | 'groups'> => {
    const all = inReadingOrder(inside.get(id) ?? [])
    const deeper = Math.min(6, level + 1) as OutlineGroup['level']
    return {
      lines: all.filter((item) => item.type !== 'boundary').map(write),
      groups: all.flatMap((item) => {
        if (item.type !== 'boundary') return []
        const holder = write(item) as OutlineLine & { readonly item: Boundary }
        const spot: Spot = { type: 'component', boundary: item.id, part: null }
        return [{ key: item.id, title: holder.words, level: deeper, holder, spot, ...fill(item.id, deeper) }]
      }),
    }
  }
  const spot: Spot = { ...NOWHERE, type: 'component' }
  return { ...group('system', 'Our system', 2, spot, []), ...fill(null, 2) }
}
