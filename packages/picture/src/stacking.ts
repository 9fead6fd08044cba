import { type Item, type ItemId, itemType } from '@second-story/board'

/** Boundaries and frames: they lie lowest, and things lie in them. */
export function isGround(item: Item): boolean {
  return item.type !== 'plain' && itemType(item.type).contains
}

/**
 * Items as they lie on each other, from below, in every drawing of a board: grounds before cards, what lies in a ground
 * over it, then as people stacked them; of grounds that nobody stacked the larger lies under the smaller.
 */
export function stacked(items: readonly Item[]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const depths = new Map<ItemId, number>()
  const depth = (item: Item): number => {
    const known = depths.get(item.id)
    if (known !== undefined) return known
    const holder = item.place?.parent ? byId.get(item.place.parent as ItemId) : undefined
    const found = holder ? depth(holder) + 1 : 0
    depths.set(item.id, found)
    return found
  }
  return [...items].sort((a, b) => {
    const ground = isGround(a)
    if (ground !== isGround(b)) return ground ? -1 : 1
    return (
      (ground ? depth(a) - depth(b) : 0) ||
      compare(a.place?.order ?? '', b.place?.order ?? '') ||
      (ground ? size(b) - size(a) : 0) ||
      compare(a.id, b.id)
    )
  })
}

function size({ place }: Item): number {
  return place ? place.w * place.h : 0
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
