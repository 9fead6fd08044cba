import {
  ARROW_LOOKS,
  type BoardSnapshot,
  type Boundary,
  type Component,
  type Item,
  type ItemId,
  type Relation,
} from '@second-story/board'

/** A boundary and what lies in it. */
export interface DrawnGroup {
  readonly item: Boundary
  /** `b1`, `b2` …: a name that every format takes */
  readonly key: string
  readonly groups: readonly DrawnGroup[]
  readonly components: readonly DrawnComponent[]
}

export interface DrawnComponent {
  readonly item: Component
  /** `n1`, `n2` … */
  readonly key: string
}

export interface DrawnArrow {
  readonly relation: Relation
  readonly from: string
  readonly to: string
  /** what stands on the line: people's words, else those of its kind */
  readonly words: string
}

/** The system of a board as other tools draw it: boundaries in boundaries, components, arrows between them. */
export interface DrawnSystem {
  readonly title: string
  readonly groups: readonly DrawnGroup[]
  /** those in no boundary */
  readonly components: readonly DrawnComponent[]
  readonly arrows: readonly DrawnArrow[]
}

/**
 * What is common of a board's system, in reading order; `chosen`: only these, and the boundaries round them. Equal boards
 * give equal systems, whatever order their items came in.
 */
export function drawnSystem(board: BoardSnapshot, chosen: ReadonlySet<ItemId> | null = null): DrawnSystem {
  const common = [...board.items.values()].filter((item) => item.layer === 'common').sort(inReadingOrder)
  const components = common.filter(
    (item): item is Component => item.type === 'component' && (chosen?.has(item.id) ?? true),
  )
  const boundaries = common.filter((item): item is Boundary => item.type === 'boundary')
  const keys = new Map<ItemId, string>([
    ...components.map((item, i): [ItemId, string] => [item.id, `n${i + 1}`]),
    ...boundaries.map((item, i): [ItemId, string] => [item.id, `b${i + 1}`]),
  ])
  const inside = (parent: ItemId | null) => (item: Item) => boundaryOf(item, board) === parent
  const componentsIn = (parent: ItemId | null): DrawnComponent[] =>
    components.filter(inside(parent)).map((item) => ({ item, key: keys.get(item.id) ?? '' }))
  const groupsIn = (parent: ItemId | null): DrawnGroup[] =>
    boundaries
      .filter(inside(parent))
      .map((item) => ({
        item,
        key: keys.get(item.id) ?? '',
        groups: groupsIn(item.id),
        components: componentsIn(item.id),
      }))
      .filter((group) => chosen === null || group.components.length + group.groups.length > 0)
  return {
    title: board.conduct.title,
    groups: groupsIn(null),
    components: componentsIn(null),
    arrows: arrowsBetween(board, keys),
  }
}

/** The innermost boundary round an item: a frame is no part of the system. */
function boundaryOf(item: Item, board: BoardSnapshot): ItemId | null {
  const seen = new Set<ItemId>([item.id])
  let at = item.place?.parent ?? null
  while (at !== null && !seen.has(at)) {
    seen.add(at)
    const holder = board.items.get(at)
    if (holder?.type === 'boundary' && holder.layer === 'common') return at
    at = holder?.place?.parent ?? null
  }
  return null
}

function arrowsBetween(board: BoardSnapshot, keys: ReadonlyMap<ItemId, string>): DrawnArrow[] {
  const arrows: DrawnArrow[] = []
  for (const relation of [...board.relations.values()].sort(byId)) {
    const from = keys.get(relation.from)
    const to = keys.get(relation.to)
    const look = ARROW_LOOKS[relation.kind]
    if (from === undefined || to === undefined || look.chip || look.thread) continue
    if (relation.layer === 'common') arrows.push({ relation, from, to, words: relation.label || look.words })
  }
  const place = (key: string): number => Number(key.slice(1)) + (key.startsWith('b') ? 1e6 : 0)
  return arrows.sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to))
}

function inReadingOrder(a: Item, b: Item): number {
  const rows = Math.round((a.place?.y ?? 0) / 40) - Math.round((b.place?.y ?? 0) / 40)
  return rows || (a.place?.x ?? 0) - (b.place?.x ?? 0) || byId(a, b)
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Words of people on one line. */
export function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
