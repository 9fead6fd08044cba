/** A time of day as it was typed; with an offset or "UTC" where it said so. */
export interface Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** it said UTC, GMT or Z */
  readonly utc: boolean
  /** it said +02:00, as logs do; null otherwise */
  readonly offsetMs: number | null
  readonly rest: string
}

/** A day as it was typed: on the calendar, perhaps without a year, or so many days from today. */
export type SaidDate =
  | {
      readonly kind: 'date'
      readonly year: number | null
      readonly month: number
      readonly day: number
      readonly rest: string
    }
  | { readonly kind: 'days'; readonly days: number; readonly rest: string }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const GAP = '(?:\\s*,\\s*|\\s+(?:at\\s+)?)'
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T(?=\d)|\s*,?\s+)/
const DAY_MONTH = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s*${MONTH}(?:,?\\s*(\\d{4})\\b)?${GAP}`, 'i')
const MONTH_DAY = new RegExp(
  `^${MONTH}\\s*(\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,?\\s*(\\d{4})\\b)?${GAP}`,
  'i',
)
const NEAR_DAY = new RegExp(`^(yesterday|today)${GAP}`, 'i')
// a time must end there: 14:05.3, 10:20:30:40 and 12:345 are something else
const CLOCK_24 = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?!\d|:\d)/
const CLOCK_12 = /^(\d{1,2})(?::(\d{2}))?\s?([ap])\.?m\b\.?/i
const SAID_ZONE = /^\s*(UTC|GMT)\b|^(Z)\b|^([+-])(\d{2}):?(\d{2})\b/

/** A time of day at the very beginning. */
export function readClock(text: string): Clock | null {
  const twelve = CLOCK_12.exec(text)
  const found = twelve ?? CLOCK_24.exec(text)
  if (!found) return null
  const said = Number(found[1])
  if (twelve && (said < 1 || said > 12)) return null
  const hour = twelve ? (said % 12) + (twelve[3]?.toLowerCase() === 'p' ? 12 : 0) : said
  const minute = Number(found[2] ?? 0)
  const second = twelve ? 0 : Number(found[3] ?? 0)
  if (hour > 23 || minute > 59 || second > 59) return null
  const rest = text.slice(found[0].length)
  const zone = SAID_ZONE.exec(rest)
  // 14:05-1420 would read as an offset: only a log's +02:00 behind seconds, or with its colon, counts as one
  const offset = zone?.[3] && (found[3] !== undefined || zone[3] === '+') ? offsetOf(zone) : null
  const utc = zone?.[1] !== undefined || zone?.[2] !== undefined
  const used = utc || offset !== null ? (zone?.[0].length ?? 0) : 0
  return { hour, minute, second, utc, offsetMs: offset, rest: rest.slice(used) }
}

/** A day at the very beginning, with what parts it from the time behind it. */
export function readDate(text: string): SaidDate | null {
  const iso = ISO_DATE.exec(text)
  if (iso) return dated(text, iso[0], Number(iso[3]), Number(iso[2]), Number(iso[1]))
  const dayMonth = DAY_MONTH.exec(text)
  if (dayMonth)
    return dated(text, dayMonth[0], Number(dayMonth[1]), monthOf(dayMonth[2]), yearOf(dayMonth[3]))
  const monthDay = MONTH_DAY.exec(text)
  if (monthDay)
    return dated(text, monthDay[0], Number(monthDay[2]), monthOf(monthDay[1]), yearOf(monthDay[3]))
  const near = NEAR_DAY.exec(text)
  if (!near) return null
  const days = near[1]?.toLowerCase() === 'yesterday' ? -1 : 0
  return { kind: 'days', days, rest: text.slice(near[0].length) }
}

function dated(text: string, used: string, day: number, month: number, year: number | null): SaidDate | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return { kind: 'date', year, month, day, rest: text.slice(used.length) }
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
}

function yearOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text)
}

function offsetOf(zone: RegExpExecArray): number {
  const ms = (Number(zone[4]) * 60 + Number(zone[5])) * 60_000
  return zone[3] === '-' ? -ms : ms
}
