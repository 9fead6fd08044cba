import type { BoardSnapshot, ItemId, RelationId } from '@second-story/board'

/** What stays bright while something is selected; everything else dims. null: nothing is selected, all is bright. */
export interface Lit {
  readonly items: ReadonlySet<ItemId>
  readonly relations: ReadonlySet<RelationId>
}

/**
 * The selection, what it is joined to in one step (by arrow or chip), what lies inside a selected boundary, and the
 * arrows between all of these.
 */
export function litBy(
  board: BoardSnapshot,
  items: ReadonlySet<ItemId>,
  relations: ReadonlySet<RelationId>,
): Lit | null {
  if (items.size === 0 && relations.size === 0) return null
  const lit = new Set<ItemId>()
  for (const id of items) if (board.items.has(id)) lit.add(id)
  for (const id of relations) {
    const relation = board.relations.get(id)
    if (relation) lit.add(relation.from).add(relation.to)
  }
  if (lit.size === 0) return null
  if (items.size > 0) {
    for (const { from, to } of board.relations.values()) {
      if (items.has(from)) lit.add(to)
      if (items.has(to)) lit.add(from)
    }
    for (const one of board.items.values()) {
      for (let at = one.place?.parent; at; at = board.items.get(at)?.place?.parent ?? null) {
        if (items.has(at)) lit.add(one.id)
      }
    }
  }
  const bright = new Set<RelationId>(relations)
  if (items.size > 0) {
    for (const relation of board.relations.values()) {
      if (lit.has(relation.from) && lit.has(relation.to)) bright.add(relation.id)
    }
  }
  return { items: lit, relations: bright }
}

/** What the switch System / Factors leaves bright: it dims, it never moves. */
export function isShown(area: 'system' | 'story' | 'any', show: 'system' | 'both' | 'factors'): boolean {
  if (show === 'both' || area === 'any') return true
  return show === 'system' ? area === 'system' : area === 'story'
}
