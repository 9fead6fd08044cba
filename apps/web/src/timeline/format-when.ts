import { dayOf as dayOnBoard, sayWhen as sayOnBoard, type When } from '@second-story/board'
import { wallTime } from './zone.ts'

/** A time as people read it. `words` are theirs and stand in the serif, in quotation marks. */
export interface SaidWhen {
  readonly text: string
  readonly quoted: boolean
  /** not known to the minute: a dashed ring */
  readonly loose: boolean
}

const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/**
 * `23:27`, `~23:27`, `[23:00 – 23:30]`, `“after 23:30”`, in the zone given. With `day`, a day that differs from it is
 * said too: `17:00, 1 Feb`. Figures are meant to be tabular.
 */
export function formatWhen(when: When, zone: string, day: string | null = null): SaidWhen {
  const { words, quoted } = sayOnBoard(when, zone, day)
  return { text: words, quoted, loose: when.at === null || when.precision !== 'exact' }
}

/** The same as plain text. */
export function sayWhen(when: When, zone: string, day: string | null = null): string {
  return formatWhen(when, zone, day).text
}

/** `23:27`, or `23:27:05` where seconds were said. */
export function clockOf(at: string | number, zone: string): string {
  const { hour, minute, second } = wallTime(ms(at), zone)
  return `${two(hour)}:${two(minute)}${second > 0 ? `:${two(second)}` : ''}`
}

/** The day it was there, to group and compare by: `2017-01-31`. */
export function dayOf(at: string | number, zone: string): string {
  return dayOnBoard(typeof at === 'number' ? new Date(at).toISOString() : at, zone)
}

/** `1 Feb` */
export function shortDay(at: string | number, zone: string): string {
  const { month, day } = wallTime(ms(at), zone)
  return `${day} ${SHORT_MONTHS[month - 1]}`
}

/** `31 January` for a strip, `Tuesday, 31 January 2017` where there is room. */
export function longDay(at: string | number, zone: string, full = false): string {
  const { year, month, day } = wallTime(ms(at), zone)
  const plain = `${day} ${MONTHS[month - 1]}`
  if (!full) return plain
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]
  return `${weekday}, ${plain} ${year}`
}

/** A time as one would type it again: what an editor of times starts with. */
export function typedWhen(when: When, zone: string): string {
  if (when.at === null) return when.words === '' ? '' : `“${when.words}”`
  const { year } = wallTime(ms(when.at), zone)
  const from = `${shortDay(when.at, zone)} ${year} ${clockOf(when.at, zone)}`
  if (when.precision !== 'range' || when.end === null)
    return `${when.precision === 'approx' ? '~' : ''}${from}`
  const same = dayOf(when.end, zone) === dayOf(when.at, zone)
  return `${from} – ${same ? '' : `${shortDay(when.end, zone)} `}${clockOf(when.end, zone)}`
}

/** What people call a zone: `UTC`, `Berlin time`. */
export function zoneWords(zone: string): string {
  if (zone === 'UTC' || zone === 'Etc/UTC') return 'UTC'
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return `${city} time`
}

function ms(at: string | number): number {
  const value = typeof at === 'number' ? at : Date.parse(at)
  return Number.isFinite(value) ? value : 0
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
