import { dayOf, inTimeOrder, sayDay, sayWhen, type TimelineEvent } from '@second-story/board'
import type { Day, TimelineLine } from '../record.ts'
import { aboutDetail, cited, hasWords, line, oneLine, plain } from './lines.ts'
import type { SectionComposer } from './section.ts'
import type { View } from './view.ts'

/** What happened, by day, all times in the board's zone. */
export const timeline: SectionComposer = {
  key: 'timeline',
  title: 'Timeline',
  byHand: false,
  compose(view) {
    const days = daysOf(view)
    return days.length === 0 ? [] : [{ block: 'timeline', days }]
  },
}

export function recordedEvents(view: View): readonly TimelineEvent[] {
  return inTimeOrder(view.all('event').filter(hasWords))
}

function daysOf(view: View): Day[] {
  const { zone } = view.conduct
  const days: { day: string | null; entries: TimelineLine[] }[] = []
  for (const event of recordedEvents(view)) {
    const day = event.when.at ? dayOf(event.when.at, zone) : (days.at(-1)?.day ?? null)
    let last = days.at(-1)
    if (!last || last.day !== day) {
      last = { day, entries: [] }
      days.push(last)
    }
    last.entries.push(entryOf(view, event, day))
  }
  return days.map(({ day, entries }) => ({ title: day === null ? null : sayDay(day), entries }))
}

function entryOf(view: View, event: TimelineEvent, day: string | null): TimelineLine {
  const { words, quoted } = sayWhen(event.when, view.conduct.zone, day)
  const seemed = event.seemedRelevantThen ? [plain('seemed relevant then')] : []
  return {
    ...line(event.id, plain(oneLine(event.text)), {
      details: [...aboutDetail(view, event.id), ...seemed],
      notes: event.notes.trim(),
      ...cited(view, event.sources),
    }),
    when: words,
    quoted,
  }
}
