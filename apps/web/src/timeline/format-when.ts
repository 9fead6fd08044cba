import {
  clockOf as clockOnBoard,
  dayOf as dayOnBoard,
  sayDay,
  sayWhen as sayOnBoard,
  type When,
} from '@second-story/board'

/** A time as people read it. `words` are theirs and stand in the serif, in quotation marks. */
export interface SaidWhen {
  readonly text: string
  readonly quoted: boolean
  /** not known to the minute: a dashed ring */
  readonly loose: boolean
}

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
  return clockOnBoard(instant(at), zone)
}

/** The day it was there, to group and compare by: `2017-01-31`. */
export function dayOf(at: string | number, zone: string): string {
  return dayOnBoard(instant(at), zone)
}

/** `1 Feb` */
export function shortDay(at: string | number, zone: string): string {
  return sayDay(dayOf(at, zone), 'short')
}

/** `31 January` for a strip, `Tuesday, 31 January 2017` where there is room. */
export function longDay(at: string | number, zone: string, full = false): string {
  return sayDay(dayOf(at, zone), full ? 'full' : 'bare')
}

/** A time as one would type it again: what an editor of times starts with. */
export function typedWhen(when: When, zone: string): string {
  if (when.at === null) return when.words === '' ? '' : `“${when.words}”`
  const day = dayOf(when.at, zone)
  const from = `${shortDay(when.at, zone)} ${day.slice(0, 4)} ${clockOf(when.at, zone)}`
  if (when.precision !== 'range' || when.end === null)
    return `${when.precision === 'approx' ? '~' : ''}${from}`
  const same = dayOf(when.end, zone) === day
  return `${from} – ${same ? '' : `${shortDay(when.end, zone)} `}${clockOf(when.end, zone)}`
}

/** What people call a zone: `UTC`, `Berlin time`. */
export function zoneWords(zone: string): string {
  if (zone === 'UTC' || zone === 'Etc/UTC') return 'UTC'
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return `${city} time`
}

/** The board's formatter takes instants as they are stored. */
function instant(at: string | number): string {
  const ms = typeof at === 'number' ? at : Date.parse(at)
  return new Date(Number.isFinite(ms) ? ms : 0).toISOString()
}
