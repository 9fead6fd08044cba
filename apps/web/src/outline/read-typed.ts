import type { BoardSnapshot, When } from '@second-story/board'
import { eventsOf, orderFor, type SetWhen } from '../timeline/order.ts'
import { parseWhen } from '../timeline/parse-when.ts'

/** What a line typed for an event says: when, what, and which other events must move over for it. */
export interface TypedEvent {
  readonly when: When
  readonly words: string
  readonly also: readonly SetWhen[]
}

/** Reads `14:05 ~ pager fires` as it is typed; null where it begins with no time. */
export function readTypedEvent(board: BoardSnapshot, typed: string, now: number): TypedEvent | null {
  const events = eventsOf(board)
  const near = events.findLast((event) => event.when.at !== null)?.when.at ?? null
  const parsed = parseWhen(typed, { zone: board.conduct.zone, near, now })
  if (!parsed) return null
  if (parsed.when.at !== null) return { when: parsed.when, words: parsed.rest.trim(), also: [] }
  const { order, also } = orderFor(events, parsed.hint)
  return { when: { ...parsed.when, order }, words: parsed.rest.trim(), also }
}
