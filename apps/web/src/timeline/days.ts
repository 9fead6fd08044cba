import type { TimelineEvent } from '@second-story/board'
import { dayOf, longDay } from './format-when.ts'

/** Events of one day in a row; `title` is '' for those at the beginning that belong to no day. */
export interface DayGroup {
  readonly key: string
  readonly day: string | null
  readonly title: string
  readonly events: readonly TimelineEvent[]
}

/** Groups events, in their order, by the day it was in the board's zone; words alone stay with what stands before. */
export function byDay(events: readonly TimelineEvent[], zone: string): readonly DayGroup[] {
  const groups: { key: string; day: string | null; title: string; events: TimelineEvent[] }[] = []
  for (const event of events) {
    const { at } = event.when
    const day = at === null ? (groups.at(-1)?.day ?? null) : dayOf(at, zone)
    const last = groups.at(-1)
    if (last && last.day === day) last.events.push(event)
    else {
      const title = at === null ? '' : longDay(at, zone, true)
      groups.push({ key: `${day ?? 'before'}-${groups.length}`, day, title, events: [event] })
    }
  }
  return groups
}
