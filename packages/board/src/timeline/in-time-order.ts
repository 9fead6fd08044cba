import type { TimelineEvent } from '../snapshot.ts'

type Timed = Pick<TimelineEvent, 'id' | 'when'>

/**
 * Events as they happened, the same for everyone: by their time, ties by `when.order`. One known only in words stands
 * where people put it: right behind the timed event whose `order` comes last before its own, or at the very beginning
 * where there is none; with no order of its own, at the end.
 */
export function inTimeOrder<E extends Timed>(events: Iterable<E>): readonly E[] {
  const timed: E[] = []
  const worded: E[] = []
  for (const event of events) (event.when.at === null ? worded : timed).push(event)
  timed.sort((a, b) => instant(a) - instant(b) || byOrder(a, b))
  worded.sort(byOrder)
  const behind = new Map<E | null, E[]>()
  for (const event of worded) {
    const anchor = anchorOf(event, timed)
    const held = behind.get(anchor)
    if (held) held.push(event)
    else behind.set(anchor, [event])
  }
  return [null, ...timed].flatMap((event) => [...(event ? [event] : []), ...(behind.get(event) ?? [])])
}

// of several timed events with the same order the later one holds, so that nothing without a place comes in between
function anchorOf<E extends Timed>(event: E, timed: readonly E[]): E | null {
  const { order } = event.when
  if (order === '') return timed.at(-1) ?? null
  let anchor: E | null = null
  for (const one of timed) {
    if (one.when.order > order) continue
    if (anchor === null || one.when.order >= anchor.when.order) anchor = one
  }
  return anchor
}

/** UTC in ms; commands let nothing else in, and what slipped in otherwise stands at the beginning. */
function instant(event: Timed): number {
  const ms = Date.parse(event.when.at ?? '')
  return Number.isFinite(ms) ? ms : 0
}

// without an order: behind those that have one
function byOrder(a: Timed, b: Timed): number {
  if (a.when.order !== b.when.order) {
    if (a.when.order === '') return 1
    if (b.when.order === '') return -1
    return a.when.order < b.when.order ? -1 : 1
  }
  return a.id < b.id ? -1 : 1
}
