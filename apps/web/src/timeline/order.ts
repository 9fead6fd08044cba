import {
  type BoardSnapshot,
  between,
  type ItemId,
  inTimeOrder,
  isOrderKey,
  manyBetween,
  type TimelineEvent,
} from '@second-story/board'
import type { ParsedWhen } from './parse-when.ts'

/** A change of `when`, as a plain command for `session.do`. */
export interface SetWhen {
  readonly do: 'set'
  readonly id: ItemId
  readonly fields: { readonly when: TimelineEvent['when'] }
}

/** All events of a board that are there for everybody, or for this person alone, as they happened. */
export function eventsOf(board: BoardSnapshot): readonly TimelineEvent[] {
  const events: TimelineEvent[] = []
  for (const item of board.items.values()) if (item.type === 'event') events.push(item)
  return inTimeOrder(events)
}

/** May this event be moved one step that way by hand? Only past what does not say otherwise by its time. */
export function mayMove(events: readonly TimelineEvent[], id: ItemId, step: -1 | 1): boolean {
  const from = events.findIndex((event) => event.id === id)
  const event = events[from]
  const other = events[from + step]
  if (!event || !other) return false
  return event.when.at === null || other.when.at === null || event.when.at === other.when.at
}

/** Moves an event one step up or down; nothing where its time says where it stands. */
export function moveBy(events: readonly TimelineEvent[], id: ItemId, step: -1 | 1): readonly SetWhen[] {
  const from = events.findIndex((event) => event.id === id)
  const event = events[from]
  const other = events[from + step]
  if (!event || !other || !mayMove(events, id, step)) return []
  // an event with a time stays; the one without steps round it
  const moved = event.when.at === null || other.when.at !== null ? event : other
  const to = moved === event ? from + step : from
  return moveTo(events, moved.id, to)
}

/**
 * Moves an event that has no time of its own so that it becomes the one at `index`. Usually one key; where the
 * events around have none yet (an import), every event gets one.
 */
export function moveTo(events: readonly TimelineEvent[], id: ItemId, index: number): readonly SetWhen[] {
  const moved = events.find((event) => event.id === id)
  if (!moved) return []
  const others = events.filter((event) => event.id !== id)
  const wanted = [...others.slice(0, index), moved, ...others.slice(index)]
  const key = orderAt(others, index)
  if (key !== null) {
    const change = withOrder(moved, key)
    const after = inTimeOrder(others.concat({ ...moved, ...change.fields }))
    if (sameOrder(after, wanted)) return [change]
  }
  const keys = manyBetween(null, null, wanted.length)
  return wanted.flatMap((event, at) => {
    const fresh = keys[at] ?? ''
    return event.when.order === fresh ? [] : [withOrder(event, fresh)]
  })
}

/** The order key for a new event: behind all others, or where its words say ("after 23:30"). */
export function orderFor(
  events: readonly TimelineEvent[],
  hint: ParsedWhen['hint'],
): { readonly order: string; readonly also: readonly SetWhen[] } {
  const index = hint ? placeOf(events, hint) : events.length
  const key = orderAt(events, index)
  if (key !== null && (index < events.length || events.every((event) => event.when.order < key))) {
    return { order: key, also: [] }
  }
  const keys = manyBetween(null, null, events.length + 1)
  const also = events.flatMap((event, at) => {
    const fresh = keys[at < index ? at : at + 1] ?? ''
    return event.when.order === fresh ? [] : [withOrder(event, fresh)]
  })
  return { order: keys[index] ?? '', also }
}

function placeOf(events: readonly TimelineEvent[], hint: NonNullable<ParsedWhen['hint']>): number {
  const said = Date.parse(hint.at)
  const timed = events.map((event) => (event.when.at === null ? null : Date.parse(event.when.at)))
  if (hint.side === 'before') {
    const first = timed.findIndex((at) => at !== null && at >= said)
    return first < 0 ? events.length : first
  }
  const last = timed.findLastIndex((at) => at !== null && at <= said)
  return last + 1
}

// null where the neighbours have no keys that one could stand between
function orderAt(events: readonly TimelineEvent[], index: number): string | null {
  const before = events[index - 1]?.when.order ?? null
  if (before !== null && !isOrderKey(before)) return null
  const above = events
    .map((event) => event.when.order)
    .filter((order) => isOrderKey(order) && (before === null || order > before))
  const after = above.reduce<string | null>(
    (least, order) => (least === null || order < least ? order : least),
    null,
  )
  return between(before, after)
}

function withOrder(event: TimelineEvent, order: string): SetWhen {
  return { do: 'set', id: event.id, fields: { when: { ...event.when, order } } }
}

function sameOrder(a: readonly TimelineEvent[], b: readonly TimelineEvent[]): boolean {
  return a.every((event, at) => event.id === b[at]?.id)
}
