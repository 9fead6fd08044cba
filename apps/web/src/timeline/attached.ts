import type {
  BoardSnapshot,
  Component,
  Factor,
  Idea,
  Insight,
  ItemId,
  Question,
  RelationId,
} from '@second-story/board'

export interface Chip {
  readonly relation: RelationId
  readonly component: Component
}

/** What belongs to one event on the board. */
export interface Attached {
  readonly components: readonly Chip[]
  /** factors, questions, insights and parked ideas joined to it, in that order */
  readonly beside: readonly (Factor | Question | Insight | Idea)[]
}

const NOTHING: Attached = { components: [], beside: [] }
const ORDER = ['factor', 'question', 'insight', 'idea'] as const

/** For every event what is joined to it, found in one pass. */
export function attachedTo(board: BoardSnapshot): (event: ItemId) => Attached {
  const found = new Map<ItemId, { components: Chip[]; beside: Attached['beside'][number][] }>()
  for (const relation of board.relations.values()) {
    for (const [here, there] of [
      [relation.from, relation.to],
      [relation.to, relation.from],
    ] as const) {
      if (board.items.get(here)?.type !== 'event') continue
      const other = board.items.get(there)
      if (!other) continue
      const held = found.get(here) ?? { components: [], beside: [] }
      if (other.type === 'component') {
        if (!held.components.some(({ component }) => component.id === other.id))
          held.components.push({ relation: relation.id, component: other })
      } else if (
        (other.type === 'factor' ||
          other.type === 'question' ||
          other.type === 'insight' ||
          other.type === 'idea') &&
        !held.beside.includes(other)
      ) {
        held.beside.push(other)
      }
      found.set(here, held)
    }
  }
  for (const { beside } of found.values())
    beside.sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))
  return (event) => found.get(event) ?? NOTHING
}
