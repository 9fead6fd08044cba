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

export type AttachedOf = (event: ItemId) => Attached

/** For every event what is joined to it, found in one pass; what is as it was `before` keeps its identity. */
export function attachedTo(board: BoardSnapshot, before: AttachedOf | null = null): AttachedOf {
  const building = new Map<ItemId, { components: Chip[]; beside: Attached['beside'][number][] }>()
  const found = new Map<ItemId, Attached>()
  for (const relation of board.relations.values()) {
    for (const [here, there] of [
      [relation.from, relation.to],
      [relation.to, relation.from],
    ] as const) {
      if (board.items.get(here)?.type !== 'event') continue
      const other = board.items.get(there)
      if (!other) continue
      const held = building.get(here) ?? { components: [], beside: [] }
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
      building.set(here, held)
    }
  }
  for (const [event, held] of building) {
    held.beside.sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))
    found.set(event, held)
  }
  if (before) {
    for (const [event, now] of found) {
      const was = before(event)
      if (same(was, now)) found.set(event, was)
    }
  }
  return (event) => found.get(event) ?? NOTHING
}

function same(a: Attached, b: Attached): boolean {
  return (
    a.beside.length === b.beside.length &&
    a.beside.every((item, at) => item === b.beside[at]) &&
    a.components.length === b.components.length &&
    a.components.every((chip, at) => {
      const other = b.components[at]
      return chip.relation === other?.relation && chip.component === other.component
    })
  )
}
