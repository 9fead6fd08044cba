import {
  ARROW_LOOKS,
  type BoardSnapshot,
  type Item,
  type ItemId,
  inTimeOrder,
  type Relation,
  type TimelineEvent,
} from '@second-story/board'
import type { Line, Thing } from '@second-story/board/layout'
import { type Area, areasOf, isGround, itemBox, measure } from '@second-story/picture'
import { asOne } from './groups.ts'

/** What is laid out: all of it, what is selected, or what lies in one boundary or frame. */
export type Scope =
  | { readonly of: 'all' }
  | { readonly of: 'selected'; readonly ids: ReadonlySet<ItemId> }
  | { readonly of: 'inside'; readonly id: ItemId }

/** One of the two areas of a map, as the layout takes it. */
export interface Gathered {
  readonly area: Area
  readonly things: readonly Thing[]
  readonly lines: readonly Line[]
}

const WORDS = { family: 'sans', size: 10.5, weight: 500 } as const

/**
 * A board as things and lines, area by area. Only what everybody sees, so that nobody's sketch makes room for itself on
 * the others' map; unless somebody lays out what only they see.
 */
export function gather(board: BoardSnapshot, scope: Scope, quiet = false): Gathered[] {
  const isMine = scope.of === 'selected' && [...scope.ids].every((id) => board.items.get(id)?.layer === 'own')
  const items = [...board.items.values()].filter((item) => item.place && (isMine || item.layer === 'common'))
  items.sort(inOrder)
  const hold = holdsOf(board, scope, isMine)
  const roots = rootsOf(board)
  const areas = areasOf(board)
  const areaOf = (item: Item): Area => areas.get(roots(item)) ?? areas.get(item.id) ?? 'system'
  const linked = [...board.relations.values()].filter((relation) => saysWhere(relation, quiet)).sort(byId)
  const out: Gathered[] = []
  for (const area of ['system', 'story'] as const) {
    const own = inTelling(items.filter((item) => areaOf(item) === area))
    if (!own.some((item) => hold(item) === 'free')) continue
    const there = new Set(own.map((item) => item.id))
    const things = own.map((item): Thing => {
      const { x, y, w, h } = itemBox(item, board)
      const parent = item.place?.parent ?? null
      const within = parent && there.has(parent) ? parent : null
      return { id: item.id, x, y, w, h, within, hold: hold(item), ...(isGround(item) ? { holds: true } : {}) }
    })
    const lines = linked
      .filter(({ from, to }) => there.has(from) && there.has(to))
      .map((relation) => ({ from: relation.from, to: relation.to, room: roomFor(relation) }))
    out.push({ area, ...asOne(board, things, lines) })
  }
  return out
}

function holdsOf(board: BoardSnapshot, scope: Scope, isMine: boolean): (item: Item) => Thing['hold'] {
  const known = new Map<ItemId, Thing['hold']>()
  const own = (item: Item): Thing['hold'] => {
    if (item.place?.pinned) return 'pinned'
    if (isMine && item.layer === 'common') return 'stays'
    if (scope.of === 'all') return 'free'
    if (scope.of === 'selected') return scope.ids.has(item.id) ? 'free' : 'stays'
    if (scope.id !== item.id) return 'stays'
    // a frame is as large as people made it; a boundary is as large as what it holds
    return item.type === 'frame' ? 'stays' : 'anchored'
  }
  const hold = (item: Item, depth = 0): Thing['hold'] => {
    const before = known.get(item.id)
    if (before) return before
    const parent = item.place?.parent ? board.items.get(item.place.parent) : undefined
    const outer = parent && depth < 200 ? hold(parent, depth + 1) : 'stays'
    const isInside = scope.of === 'inside' && parent?.id === scope.id
    let found = own(item)
    if (outer === 'pinned') found = 'pinned'
    else if (found !== 'pinned' && (outer === 'free' || isInside)) found = 'free'
    known.set(item.id, found)
    return found
  }
  return hold
}

/** The outermost thing that each lies in. */
function rootsOf(board: BoardSnapshot): (item: Item) => ItemId {
  return (item) => {
    let at = item
    for (let depth = 0; depth < 200; depth++) {
      const parent = at.place?.parent ? board.items.get(at.place.parent) : undefined
      if (!parent?.place) break
      at = parent
    }
    return at.id
  }
}

/** Chips are no arrows; start-up order says something only while it is shown; who watches says nothing about who asks. */
function saysWhere(relation: Relation, quiet: boolean): boolean {
  const look = ARROW_LOOKS[relation.kind]
  return !look.chip && (quiet || !look.quiet) && relation.kind !== 'monitors'
}

function roomFor(relation: Relation): number {
  const words = relation.label.trim() || ARROW_LOOKS[relation.kind].words
  return words === '' ? 0 : Math.min(160, Math.ceil(measure(words, WORDS)))
}

/** Events first, as they happened: what hangs together is laid out in the order in which it began. */
function inTelling(items: readonly Item[]): Item[] {
  const events = items.filter((item): item is TimelineEvent => item.type === 'event')
  return [...inTimeOrder(events), ...items.filter((item) => item.type !== 'event')]
}

/** As they were made and stacked, whatever they lie: laid out again, nothing moves. */
function inOrder(a: Item, b: Item): number {
  return compare(a.place?.order ?? '', b.place?.order ?? '') || compare(a.id, b.id)
}

function byId(a: Relation, b: Relation): number {
  return compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
