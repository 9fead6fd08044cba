import { ARROW_LOOKS, type BoardSnapshot, type Item, type Relation } from '@second-story/board'
import { endsOnMap, isOnMap, type Kind, kindOfArrow, kindOfItem, ORDER } from './kinds.ts'

/** What one person wants to see of a board, on their own screen. */
export interface Choice {
  readonly hidden: ReadonlySet<Kind>
  /** where any are chosen, things without one of them are hidden; boundaries and frames stay, they hold the rest */
  readonly tags: ReadonlySet<string>
  /** shown whatever their kind: somebody looked for them */
  readonly found: ReadonlySet<string>
}

export const EVERYTHING: Choice = { hidden: new Set(), tags: new Set(), found: new Set() }

/** Says of each thing and arrow whether it is hidden; alone from what it is itself, so that it can be asked one by one. */
export interface Hides {
  item(item: Item): boolean
  arrow(relation: Relation): boolean
}

export function hidesOf({ hidden, tags, found }: Choice): Hides {
  return {
    item: (item) =>
      !found.has(item.id) &&
      (hidden.has(kindOfItem(item)) || (tags.size > 0 && !isGround(item) && !hasOne(item, tags))),
    arrow: (relation) => !found.has(relation.id) && hidden.has(kindOfArrow(relation)),
  }
}

export const HIDES_NOTHING: Hides = hidesOf(EVERYTHING)

/**
 * How many things and arrows of the map are hidden by choice. An arrow that only lost its end counts for nothing, nor does
 * start-up order, which nobody misses at first.
 */
export function countHidden(board: BoardSnapshot, choice: Choice): number {
  if (choice.hidden.size === 0 && choice.tags.size === 0) return 0
  const hides = hidesOf(choice)
  let count = 0
  for (const item of board.items.values()) if (isOnMap(item) && hides.item(item)) count++
  for (const relation of board.relations.values()) {
    if (ARROW_LOOKS[relation.kind].chip || kindOfArrow(relation) === ORDER) continue
    if (hides.arrow(relation) && endsOnMap(board, relation)) count++
  }
  return count
}

function isGround(item: Item): boolean {
  return item.type === 'boundary' || item.type === 'frame'
}

function hasOne(item: Item, tags: ReadonlySet<string>): boolean {
  return item.tags.some((tag) => tags.has(tag))
}
