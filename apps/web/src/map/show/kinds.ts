import {
  ARROW_LOOKS,
  type BoardSnapshot,
  type Item,
  partOf,
  type Relation,
  STORY_RELATIONS,
} from '@second-story/board'

/** What is shown or hidden together: components by kind, factors by the part they played, arrows by what they say. */
export type Kind = string

/** The arrows that say in which order things start; hidden at first (FACE.md). */
export const ORDER: Kind = 'arrow.order'

export function kindOfItem(item: Item): Kind {
  switch (item.type) {
    case 'component':
      return `component.${item.kind}`
    case 'factor':
      return `factor.${partOf(item.kind)}`
    default:
      return item.type
  }
}

const STORY: ReadonlySet<string> = new Set(STORY_RELATIONS)

export function kindOfArrow({ kind }: Relation): Kind {
  switch (kind) {
    case 'calls':
      return 'arrow.calls'
    case 'publishes':
    case 'consumes':
    case 'notifies':
      return 'arrow.messages'
    case 'reads':
    case 'writes':
    case 'replicates-to':
    case 'backs-up-to':
      return 'arrow.data'
    case 'depends-on':
      return ORDER
    default:
      return STORY.has(kind) ? 'arrow.story' : 'arrow.system'
  }
}

/**
 * The chapter in which a kind of thing is usually made. Things do not keep when they were made, and need not: a component
 * drawn during the meeting is still a part of the system.
 */
export type Made = 'prepare' | 'meet' | 'learn' | 'page'

export function madeIn(kind: Kind): Made {
  if (kind.startsWith('component.') || kind === 'boundary' || kind === 'flow') return 'prepare'
  if (kind.startsWith('factor.') || kind === 'event' || kind === 'question') return 'meet'
  if (kind === 'insight' || kind === 'idea') return 'learn'
  return 'page'
}

/** How many there are of each kind on the map, in the order in which they are offered. */
export function kindsOf(board: BoardSnapshot): ReadonlyMap<Kind, number> {
  const counts = new Map<Kind, number>()
  const count = (kind: Kind): void => void counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for (const item of board.items.values()) if (isOnMap(item)) count(kindOfItem(item))
  for (const relation of board.relations.values())
    if (!ARROW_LOOKS[relation.kind].chip && endsOnMap(board, relation)) count(kindOfArrow(relation))
  return counts
}

export function isOnMap(item: Item): boolean {
  return item.place !== null && item.revealed === null
}

export function endsOnMap(board: BoardSnapshot, { from, to }: Relation): boolean {
  return Boolean(board.items.get(from)?.place && board.items.get(to)?.place)
}

/** Every tag on the map, by the alphabet. */
export function tagsOf(board: BoardSnapshot): readonly string[] {
  const tags = new Set<string>()
  for (const item of board.items.values()) for (const tag of item.tags) tags.add(tag)
  return [...tags].sort((a, b) => a.localeCompare(b))
}
