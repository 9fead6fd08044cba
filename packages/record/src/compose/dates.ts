import { clockOf, dayOf, sayDay } from '@second-story/board'
import { recordedEvents } from './timeline.ts'
import type { View } from './view.ts'

/** From the first event with a time to the last: "31 January 2017, 17:20 to 18:00". */
export function datesOf(view: View): string | null {
  const { zone } = view.conduct
  const instants = recordedEvents(view)
    .flatMap(({ when }) => [when.at, when.precision === 'range' ? when.end : null])
    .filter((at): at is string => at !== null)
    .sort((a, b) => Date.parse(a) - Date.parse(b))
  const first = instants[0]
  const last = instants.at(-1)
  if (!first || !last) return null
  const say = (at: string): string => `${sayDay(dayOf(at, zone))}, ${clockOf(at, zone)}`
  if (first === last) return say(first)
  if (dayOf(first, zone) === dayOf(last, zone)) return `${say(first)} to ${clockOf(last, zone)}`
  return `${say(first)} to ${say(last)}`
}

/** "All times in UTC.", "All times in Europe/Berlin (GMT+1)." with the offset at the first event. */
export function timesOf(view: View): string {
  const { zone } = view.conduct
  if (zone === 'UTC' || zone === 'Etc/UTC') return 'All times in UTC.'
  const at = recordedEvents(view).find((event) => event.when.at)?.when.at
  const offset = at ? offsetOf(zone, at) : null
  return offset ? `All times in ${zone} (${offset}).` : `All times in ${zone}.`
}

function offsetOf(timeZone: string, at: string): string | null {
  try {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' })
    return format.formatToParts(Date.parse(at)).find((part) => part.type === 'timeZoneName')?.value ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
