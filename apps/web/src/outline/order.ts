import {
  type BoardSnapshot,
  type Factor,
  type Item,
  type ItemId,
  inTimeOrder,
  type TimelineEvent,
} from '@second-story/board'
import { linksOf } from './links.ts'

/** Canvas units within which two things count as lying in one row. */
const ROW = 40

/** As one reads a page: rows from above, each from the left; what lies nowhere comes last, as it was made. */
export function inReadingOrder<T extends Item>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => {
    if (!a.place || !b.place) return a.place ? -1 : b.place ? 1 : 0
    const rows = Math.round(a.place.y / ROW) - Math.round(b.place.y / ROW)
    return rows || a.place.x - b.place.x
  })
}

/**
 * Events in order of time, each followed by the factors joined to it, then by those joined to these; factors that
 * touch no event come last as they lie on the map. An order to read in: it ranks nothing.
 */
export function inTellingOrder(
  board: BoardSnapshot,
  events: readonly TimelineEvent[],
  factors: readonly Factor[],
): readonly (TimelineEvent | Factor)[] {
  const open = new Map<ItemId, Factor>(inReadingOrder(factors).map((factor) => [factor.id, factor]))
  const told: (TimelineEvent | Factor)[] = []
  const tell = (id: ItemId): void => {
    const beside = new Set(linksOf(board, id).map((link) => link.other.id))
    const joined = [...open.values()].filter((factor) => beside.has(factor.id))
    for (const factor of joined) open.delete(factor.id)
    for (const factor of joined) {
      told.push(factor)
      tell(factor.id)
    }
  }
  for (const event of inTimeOrder(events)) {
    told.push(event)
    tell(event.id)
  }
  return [...told, ...open.values()]
}
