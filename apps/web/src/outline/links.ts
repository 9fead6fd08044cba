import {
  type BoardSnapshot,
  type Item,
  type ItemId,
  RELATION_VERBS,
  type Relation,
  type RelationId,
} from '@second-story/board'

/** One connection as seen from one of its ends. */
export interface Link {
  readonly id: RelationId
  readonly other: Item
  /** `out`: from this item to the other; `in`: from the other to this; `both`: no direction */
  readonly way: 'out' | 'in' | 'both'
  readonly kind: Relation['kind']
  /** words typed on the line; '' where none were */
  readonly label: string
}

const PLAIN = new Set<Relation['kind']>(['relates-to', 'network'])

const BY_ITEM = new WeakMap<BoardSnapshot, ReadonlyMap<ItemId, readonly Relation[]>>()

/** Every relation under both of its ends; made once for a snapshot. */
function relationsByItem(board: BoardSnapshot): ReadonlyMap<ItemId, readonly Relation[]> {
  const held = BY_ITEM.get(board)
  if (held) return held
  const made = new Map<ItemId, Relation[]>()
  for (const relation of board.relations.values()) {
    for (const end of new Set([relation.from, relation.to])) {
      const list = made.get(end)
      if (list) list.push(relation)
      else made.set(end, [relation])
    }
  }
  BY_ITEM.set(board, made)
  return made
}

/** What an item is connected with, arrows and chips alike, each relation once, in the order they were drawn. */
export function linksOf(board: BoardSnapshot, id: ItemId): readonly Link[] {
  const out: Link[] = []
  for (const relation of relationsByItem(board).get(id) ?? []) {
    const outward = relation.from === id
    const other = board.items.get(outward ? relation.to : relation.from)
    if (!other) continue
    const way = PLAIN.has(relation.kind) ? 'both' : outward ? 'out' : 'in'
    out.push({ id: relation.id, other, way, kind: relation.kind, label: relation.label })
  }
  return out
}

const FROM_THE_OTHER_END: Partial<Record<Relation['kind'], string>> = {
  calls: 'called by',
  publishes: 'receives from',
  consumes: 'consumed by',
  reads: 'read by',
  writes: 'written by',
  'replicates-to': 'replicates',
  'fails-over-to': 'takes over for',
  'depends-on': 'starts before',
  monitors: 'watched by',
  notifies: 'notified by',
  deploys: 'deployed by',
  'backs-up-to': 'holds backups of',
  triggered: 'fed by',
  enabled: 'fed by',
  'led-to': 'fed by',
  'contributed-to': 'fed by',
  'made-worse': 'made worse by',
  'made-difficult': 'made harder by',
  hid: 'hidden by',
  helped: 'helped by',
  limited: 'held back by',
  shaped: 'shaped by',
  supports: 'known from',
  contradicts: 'spoken against by',
  about: 'spoken of in',
  from: 'gave us',
}

/** What stands before the other end's name: "reads", "held back by". Words typed on the line come first. */
export function linkVerb(link: Link): string {
  const verb = link.way === 'in' ? (FROM_THE_OTHER_END[link.kind] ?? 'goes with') : RELATION_VERBS[link.kind]
  return link.label === '' ? verb : `${link.label} (${verb})`
}
