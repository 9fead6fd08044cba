import type { ItemId, TimelineEvent } from '@second-story/board'
import { firstLine } from '@second-story/board'
import type { Font } from '@second-story/picture'
import { type Axis, endOfRun, layAxis, ticksOf, xOf } from './axis.ts'
import { cutWords } from './cut-words.ts'
import { clockOf, dayOf, longDay, shortDay } from './format-when.ts'

export interface StripDot {
  readonly id: ItemId
  readonly x: number
  /** approximate, a range, or known only in words: a dashed ring */
  readonly loose: boolean
}

export interface StripLabel {
  readonly id: ItemId
  readonly x: number
  readonly row: 0 | 1
  /** of its dot */
  readonly side: 'left' | 'right'
  readonly words: string
  /** px there are for the words */
  readonly width: number
}

export interface StripLayout {
  readonly axis: Axis
  readonly lines: readonly { readonly x0: number; readonly x1: number }[]
  readonly ticks: readonly { readonly x: number; readonly words: string }[]
  readonly days: readonly { readonly x: number; readonly words: string }[]
  readonly dots: readonly StripDot[]
  readonly labels: readonly StripLabel[]
}

export interface StripView {
  readonly width: number
  readonly zone: string
  readonly walking: ItemId | null
}

const APART = 14
const TICK_ROOM = 46
const DAY_ROOM = 96
const LABEL_GAP = 6
const LABEL_LEAST = 58
const LABEL_MOST = 200
/** more than ever fit: the room cuts them */
const LABEL_LETTERS = 200
/** how the style sheet sets the words */
const LABEL_FONT: Font = { family: 'sans', size: 11, weight: 500 }
const HERE_FONT: Font = { ...LABEL_FONT, weight: 600 }
/** Words may go this many px over the end of the axis. */
export const LABEL_OVER = 92
const DAY_MS = 86_400_000

/** Everything the strip draws, from events in their order. */
export function layStrip(events: readonly TimelineEvent[], view: StripView): StripLayout {
  const { width, zone, walking } = view
  const axis = layAxis(crowds(events), width, zone)
  const dots = spread(placeDots(events, axis), width)
  return {
    axis,
    lines: linesOf(axis),
    ticks: ticksOf(axis, TICK_ROOM).map(({ at, x }) => ({ x, words: tickWords(at, axis.unit, zone) })),
    days: daysOf(axis, zone),
    dots,
    labels: labelsOf(events, dots, walking, width),
  }
}

/** Each time, with the events behind it that have none of their own: they need room too. */
function crowds(events: readonly TimelineEvent[]): readonly { at: number; crowd: number }[] {
  const out: { at: number; crowd: number }[] = []
  let waiting = 0
  for (const event of events) {
    if (event.when.at === null) {
      const last = out.at(-1)
      if (last) last.crowd++
      else waiting++
      continue
    }
    out.push({ at: Date.parse(event.when.at), crowd: 1 + waiting })
    waiting = 0
  }
  return out
}

function placeDots(events: readonly TimelineEvent[], axis: Axis): readonly StripDot[] {
  const xs = events.map(({ when }) => (when.at === null ? null : xOf(axis, Date.parse(when.at))))
  return events.map((event, index) => ({
    id: event.id,
    x: xs[index] ?? between(xs, index, axis),
    loose: event.when.precision !== 'exact' || event.when.at === null,
  }))
}

// evenly between the neighbours that have a time, on this side of a fold
function between(xs: readonly (number | null)[], index: number, axis: Axis): number {
  let before = index - 1
  while (before >= 0 && xs[before] === null) before--
  let after = index + 1
  while (after < xs.length && xs[after] === null) after++
  const from = before < 0 ? 0 : (xs[before] ?? 0)
  const end = endOfRun(axis, from)
  const next = after < xs.length ? (xs[after] ?? end) : end
  const to = before < 0 ? next : Math.min(next, end)
  return from + ((to - from) * (index - before)) / (after - before)
}

/** Pushes dots apart that would lie on each other, keeping their order and the width. */
function spread(dots: readonly StripDot[], width: number): readonly StripDot[] {
  const apart = Math.min(APART, width / Math.max(1, dots.length))
  const xs = dots.map(({ x }) => x)
  for (let i = 1; i < xs.length; i++) xs[i] = Math.max(xs[i] ?? 0, (xs[i - 1] ?? 0) + apart)
  let most = width
  for (let i = xs.length - 1; i >= 0; i--) {
    xs[i] = Math.min(xs[i] ?? 0, most)
    most = (xs[i] ?? 0) - apart
  }
  return dots.map((dot, i) => ({ ...dot, x: xs[i] ?? dot.x }))
}

function linesOf(axis: Axis): readonly { x0: number; x1: number }[] {
  const ends = [...axis.folds.map(({ x0 }) => x0), axis.paces.at(-1)?.x1 ?? 0]
  const starts = [0, ...axis.folds.map(({ x1 }) => x1)]
  return starts.map((x0, at) => ({ x0, x1: ends[at] ?? x0 }))
}

function tickWords(at: number, unit: number, zone: string): string {
  return unit >= DAY_MS ? shortDay(at, zone) : clockOf(at, zone)
}

/** The first place of each day that is in sight. */
function daysOf(axis: Axis, zone: string): readonly { x: number; words: string }[] {
  if (axis.unit >= DAY_MS) return yearsOf(axis, zone)
  const days: { x: number; words: string }[] = []
  const years = new Set(axis.paces.map(({ from }) => dayOf(from, zone).slice(0, 4)))
  let last = ''
  for (const { from, x0 } of axis.paces) {
    const day = dayOf(from, zone)
    if (day === last) continue
    last = day
    const before = days.at(-1)
    if (!before || x0 - before.x >= DAY_ROOM) {
      const year = years.size > 1 ? ` ${day.slice(0, 4)}` : ''
      days.push({ x: x0, words: `${longDay(from, zone)}${year}` })
    }
  }
  return days
}

function yearsOf(axis: Axis, zone: string): readonly { x: number; words: string }[] {
  const years: { x: number; words: string }[] = []
  for (const { from, x0 } of axis.paces) {
    const words = dayOf(from, zone).slice(0, 4)
    if (years.at(-1)?.words !== words) years.push({ x: x0, words })
  }
  return years
}

/**
 * Words beside as many dots as there is room for, in two rows. The event that people stand on always has its words;
 * of the others the earlier one wins. They are cut to the room there is, never laid over each other.
 */
function labelsOf(
  events: readonly TimelineEvent[],
  dots: readonly StripDot[],
  walking: ItemId | null,
  width: number,
): readonly StripLabel[] {
  const rows: Wording[][] = [[], []]
  const end = width + LABEL_OVER
  const all = dots.flatMap((dot, index) => {
    const words = firstLine(events[index]?.text ?? '', '', LABEL_LETTERS)
    return words === '' ? [] : [{ id: dot.id, x: dot.x, words, isHere: dot.id === walking }]
  })
  const here = all.find(({ isHere }) => isHere)
  // at the right end the words of the one that counts stand left of it
  const left = here !== undefined && end - here.x < LABEL_LEAST * 1.5 ? here : undefined
  for (const one of all) {
    if (one === left) continue
    const [upper = [], lower = []] = rows
    const row = one.isHere ? upper : roomiest(rows)
    if (one.isHere) {
      for (const taken of rows) while (taken.length > 0 && one.x - lastX(taken) < LABEL_LEAST) taken.pop()
    } else if (!fits(one, row.at(-1), left ? left.x - LABEL_MOST : end)) continue
    // the stem of an upper one would cut through the words below
    else if (row === upper && one.x - lastX(lower) < LABEL_LEAST) continue
    row.push(one)
  }
  const stems = rows.flat().map(({ x }) => x)
  const placed = rows.flatMap((row, at) =>
    row.map(({ id, x, words, isHere }, index): StripLabel => {
      const free = Math.min(LABEL_MOST, (row[index + 1]?.x ?? end) - x - LABEL_GAP * 2)
      // the stem of an upper label runs through the lower row: end before it where that leaves enough
      const stem = at === 1 ? Math.min(...stems.filter((other) => other > x), end) - x - LABEL_GAP * 2 : free
      const width = Math.min(free, stem >= LABEL_LEAST ? stem : free)
      return { id, x, row: at === 0 ? 0 : 1, side: 'right', words: cut(words, isHere, width), width }
    }),
  )
  // a time that has no room to stand whole
  const said = placed.filter(({ words }) => words !== '')
  if (!left) return said
  return [
    ...said,
    {
      id: left.id,
      x: left.x,
      row: 0,
      side: 'left',
      words: cut(left.words, true, LABEL_MOST - 16),
      width: LABEL_MOST - 16,
    },
  ]
}

/** A pixel is left for how a screen rounds letters. */
function cut(words: string, isHere: boolean, width: number): string {
  return cutWords(words, isHere ? HERE_FONT : LABEL_FONT, width - 1)
}

interface Wording {
  readonly id: ItemId
  readonly x: number
  readonly words: string
  readonly isHere: boolean
}

function fits(one: Wording, last: Wording | undefined, end: number): boolean {
  if (one.x + LABEL_LEAST > end) return false
  return !last || one.x - last.x >= LABEL_LEAST * (last.isHere ? 2 : 1)
}

// the row whose last words began furthest to the left; the upper one first
function roomiest(rows: readonly Wording[][]): Wording[] {
  const [upper = [], lower = []] = rows
  return lastX(upper) <= lastX(lower) ? upper : lower
}

function lastX(row: readonly Wording[]): number {
  return row.at(-1)?.x ?? Number.NEGATIVE_INFINITY
}
