import type { When } from './when.ts'

export interface WhenWords {
  /** `14:05`, `~14:05`, `[23:00 – 23:30]`, `“after 23:30”`; with the day where asked: `17:00, 1 Feb` */
  readonly words: string
  /** somebody's own words rather than a clock's */
  readonly quoted: boolean
}

/** How the time of an event is said, in a zone. The day is added where it differs from `mainDay` (`2017-01-31`). */
export function sayWhen(when: When, zone: string, mainDay: string | null = null): WhenWords {
  if (when.precision === 'unknown' || !when.at) {
    const words = when.words.trim()
    return words === '' ? { words: 'time not known', quoted: false } : { words: `“${words}”`, quoted: true }
  }
  const start = `${clockOf(when.at, zone)}${dayAfter(when.at, zone, mainDay)}`
  if (when.precision === 'approx') return { words: `~${start}`, quoted: false }
  if (when.precision === 'range' && when.end) {
    const end = `${clockOf(when.end, zone)}${dayAfter(when.end, zone, dayOf(when.at, zone))}`
    return { words: `[${start} – ${end}]`, quoted: false }
  }
  return { words: start, quoted: false }
}

/** The calendar day of an instant in a zone, `2017-01-31`. An unknown zone counts as UTC. */
export function dayOf(instant: string, zone: string): string {
  const parts = partsOf(instant, zone)
  return `${parts.year}-${parts.month}-${parts.day}`
}

/** `31 January 2017`; short `31 Jan`, bare `31 January`, full `Tuesday, 31 January 2017`. */
export function sayDay(day: string, style: 'long' | 'short' | 'bare' | 'full' = 'long'): string {
  const [year = '', month = '1', date = '1'] = day.split('-')
  const name = MONTHS[Number(month) - 1] ?? month
  const bare = `${Number(date)} ${style === 'short' ? name.slice(0, 3) : name}`
  if (style === 'short' || style === 'bare') return bare
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]
  return style === 'full' && weekday ? `${weekday}, ${bare} ${year}` : `${bare} ${year}`
}

/** `14:05`, or `14:05:30` where seconds were given. */
export function clockOf(instant: string, zone: string): string {
  const { hour, minute, second } = partsOf(instant, zone)
  return second === '00' ? `${hour}:${minute}` : `${hour}:${minute}:${second}`
}

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

function dayAfter(instant: string, zone: string, mainDay: string | null): string {
  if (mainDay === null) return ''
  const day = dayOf(instant, zone)
  if (day === mainDay) return ''
  const year = day.slice(0, 4) === mainDay.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`
  return `, ${sayDay(day, 'short')}${year}`
}

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>
const formats = new Map<string, Intl.DateTimeFormat>()

function partsOf(instant: string, zone: string): Parts {
  const out: Parts = { year: '', month: '', day: '', hour: '', minute: '', second: '' }
  for (const { type, value } of formatOf(zone).formatToParts(Date.parse(instant))) {
    if (type in out) out[type as keyof Parts] = value
  }
  return out
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const make = (timeZone: string): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
  let format: Intl.DateTimeFormat
  try {
    format = make(zone)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    format = make('UTC')
  }
  formats.set(zone, format)
  return format
}
