import type { When } from '@second-story/board'
import { type Clock, readClock, readDate, type SaidDate } from './said-time.ts'
import { daysOn, instantOf, type WallTime, wallTime } from './zone.ts'

export interface WhenContext {
  /** the board's IANA zone, in which people speak */
  readonly zone: string
  /** the event before, as an instant in UTC: its day is meant where none is said; null where there is none */
  readonly near: string | null
  /** ms since 1970: today, where there is no event to go by */
  readonly now: number
}

export interface ParsedWhen {
  readonly when: When
  /** what stands behind the time */
  readonly rest: string
  /**
   * where words alone say when ("after 23:30"): the instant that they name, and on which side of it, so that the
   * event can be put there at once
   */
  readonly hint: { readonly at: string; readonly side: 'before' | 'after' } | null
}

/** Further than this from the event before, the same clock on the next or previous day is meant. */
const OTHER_DAY_MS = 18 * 3_600_000
const DAY_MS = 86_400_000
const ABOUT = /^(?:~|≈|ca\.?\s|circa\s|about\s|around\s)\s*/i
const LINK = /^\s*(?:[-–—]|\.\.\.?|…|to\s|until\s|till\s)\s*/i
const LOOSE =
  /^(?:(?:(?:shortly|just|soon|some time|a little|a bit|long)\s+)?(?:after|before|since|until|by)\s|between\s)/i

/** Reads the time at the beginning of a line, as it is typed; null where it does not begin with one. */
export function parseWhen(text: string, context: WhenContext): ParsedWhen | null {
  const line = text.trimStart()
  return quoted(line, context) ?? loose(line, context) ?? timed(line, context)
}

function timed(line: string, context: WhenContext): ParsedWhen | null {
  const tilde = ABOUT.exec(line)
  const start = readInstant(tilde ? line.slice(tilde[0].length) : line, context)
  if (!start) return null
  const end = readEnd(start, context)
  const parting = /^\s*(~)?\s*(?:[-–—:|,;·]\s*)?/.exec(end?.rest ?? start.rest)
  const rest = (end?.rest ?? start.rest).slice(parting?.[0].length ?? 0)
  const approx = tilde !== null || parting?.[1] === '~'
  const precision = end ? 'range' : approx ? 'approx' : 'exact'
  return {
    when: {
      precision,
      at: iso(start.at),
      end: end ? iso(end.at) : null,
      words: '',
      zone: context.zone,
      order: '',
    },
    rest,
    hint: null,
  }
}

interface ReadInstant {
  readonly at: number
  readonly wall: WallTime
  readonly utc: boolean
  readonly rest: string
}

function readInstant(line: string, context: WhenContext): ReadInstant | null {
  const date = readDate(line)
  const clock = readClock(date ? date.rest : line)
  if (!clock) return null
  const zone = clock.utc ? 'UTC' : context.zone
  const wall = wallOf(date, clock, zone, context)
  if (!wall) return null
  const at = clock.offsetMs === null ? instantOf(wall, zone) : instantOf(wall, 'UTC') - clock.offsetMs
  return { at, wall, utc: clock.utc, rest: clock.rest }
}

function wallOf(
  date: SaidDate | null,
  { hour, minute, second }: Clock,
  zone: string,
  context: WhenContext,
): WallTime | null {
  const near = context.near === null ? null : Date.parse(context.near)
  const base = { ...wallTime(near ?? context.now, zone), hour, minute, second }
  if (!date) return near === null ? base : nearest(base, near, zone)
  if (date.kind === 'days') return daysOn({ ...wallTime(context.now, zone), hour, minute, second }, date.days)
  const wall = { ...base, year: date.year ?? base.year, month: date.month, day: date.day }
  if (daysOn(wall, 0).day !== date.day) return null
  return date.year === null ? nearestYear(wall, near ?? context.now, zone) : wall
}

// 00:10 behind 23:50 is the next day; 17:20 behind 23:27 is the same day, earlier
function nearest(wall: WallTime, near: number, zone: string): WallTime {
  const gap = instantOf(wall, zone) - near
  if (gap < -OTHER_DAY_MS) return daysOn(wall, 1)
  return gap > OTHER_DAY_MS ? daysOn(wall, -1) : wall
}

// 31 Dec typed in January is the year before
function nearestYear(wall: WallTime, near: number, zone: string): WallTime {
  const gap = (instantOf(wall, zone) - near) / DAY_MS
  if (gap > 183) return { ...wall, year: wall.year - 1 }
  return gap < -183 ? { ...wall, year: wall.year + 1 } : wall
}

function readEnd(start: ReadInstant, context: WhenContext): ReadInstant | null {
  const link = LINK.exec(start.rest)
  if (!link) return null
  const near = { ...context, zone: start.utc ? 'UTC' : context.zone, near: iso(start.at) }
  const end = readInstant(start.rest.slice(link[0].length), near)
  if (!end) return null
  if (end.at > start.at) return end
  // 23:50-00:10 goes over midnight
  const wall = daysOn(end.wall, 1)
  const at = instantOf(wall, end.utc ? 'UTC' : near.zone)
  return at > start.at ? { ...end, at, wall } : null
}

function quoted(line: string, context: WhenContext): ParsedWhen | null {
  const found =
    /^(?:"([^"]{1,120})"|“([^”]{1,120})”|‘([^’]{1,120})’|„([^“”]{1,120})[“”])\s*(?:[-–—:|,;·~]\s*)?/.exec(
      line,
    )
  const words = (found?.[1] ?? found?.[2] ?? found?.[3] ?? found?.[4])?.trim()
  if (!found || !words) return null
  return unknown(words, line.slice(found[0].length), context)
}

// "after 23:30 the bucket was found empty": words that hold a time, up to that time
function loose(line: string, context: WhenContext): ParsedWhen | null {
  const opening = LOOSE.exec(line)
  if (!opening) return null
  const first = readInstant(line.slice(opening[0].length), context)
  if (!first) return null
  let rest = first.rest
  if (/^between/i.test(opening[0])) {
    const and = /^\s*(?:and|[-–—])\s*/i.exec(rest)
    const second = and && readInstant(rest.slice(and[0].length), context)
    if (!second) return null
    rest = second.rest
  }
  const words = line.slice(0, line.length - rest.length).trim()
  return unknown(words, rest.replace(/^\s*(?:[-–—:|,;·~]\s*)?/, ''), context)
}

function unknown(words: string, rest: string, context: WhenContext): ParsedWhen {
  return {
    when: {
      precision: 'unknown',
      at: null,
      end: null,
      words: words.slice(0, 120),
      zone: context.zone,
      order: '',
    },
    rest: rest.trimStart(),
    hint: hintOf(words, context),
  }
}

/** The first time named anywhere in some words, and whether they mean before or behind it. */
function hintOf(words: string, context: WhenContext): ParsedWhen['hint'] {
  for (const found of words.matchAll(/(?<![\d:])(?:\d{4}-\d\d-\d\d\s+)?\d{1,2}(?:[:.]\d\d|\s?[ap]m)/gi)) {
    const named = readInstant(words.slice(found.index), context)
    if (named) return { at: iso(named.at), side: /\b(before|until|by)\b/i.test(words) ? 'before' : 'after' }
  }
  return null
}

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}
