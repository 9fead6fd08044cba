import { offsetAt } from './zone.ts'

/** A stretch of time on the strip with one pace: pixels grow evenly with time. */
export interface Pace {
  readonly from: number
  readonly to: number
  readonly x0: number
  readonly x1: number
  /** ms between two ticks */
  readonly tick: number
}

/** A time axis on which busy stretches are wide and long quiet ones folded away. */
export interface Axis {
  readonly paces: readonly Pace[]
  /** where quiet time is folded: a wavy line */
  readonly folds: readonly { readonly x0: number; readonly x1: number }[]
  readonly unit: number
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** The width of a stretch to think in, and the ticks inside one that is busy. */
const UNITS: readonly (readonly [unit: number, tick: number])[] = [
  [15 * SECOND, 5 * SECOND],
  [MINUTE, 15 * SECOND],
  [5 * MINUTE, MINUTE],
  [15 * MINUTE, 5 * MINUTE],
  [HOUR, 15 * MINUTE],
  [3 * HOUR, HOUR],
  [6 * HOUR, HOUR],
  [DAY, 6 * HOUR],
  [7 * DAY, DAY],
  [30 * DAY, 7 * DAY],
  [365 * DAY, 90 * DAY],
]
/** So many stretches read well over the width of a screen. */
const WANTED = 9
/** So many empty stretches in a row stay; more are folded. */
const QUIET = 2
const FOLD_PX = 56
const MOST_STRETCH = 4.5

interface Bucket {
  /** counted from the start of time, in units */
  readonly index: number
  readonly events: number
}

/**
 * Lays the times of events (ms, any order; `crowd` says how many stand at each) out over `width` pixels.
 * Ticks fall on round times of the zone that holds at the first event.
 */
export function layAxis(
  times: readonly { readonly at: number; readonly crowd: number }[],
  width: number,
  zone: string,
): Axis {
  if (times.length === 0) return { paces: [], folds: [], unit: HOUR }
  const first = Math.min(...times.map(({ at }) => at))
  const shift = offsetAt(first, zone)
  const [unit, fine] = chooseUnit(times, shift)
  const runs = runsOf(times, unit, shift)
  const folds = runs.length - 1
  const weight = runs.flat().reduce((sum, bucket) => sum + weightOf(bucket), 0)
  const px = Math.max(1, width - folds * FOLD_PX) / weight
  const paces: Pace[] = []
  const waves: { x0: number; x1: number }[] = []
  let x = 0
  for (const [at, run] of runs.entries()) {
    if (at > 0) {
      waves.push({ x0: x, x1: x + FOLD_PX })
      x += FOLD_PX
    }
    for (const bucket of run) {
      const w = weightOf(bucket) * px
      const from = bucket.index * unit - shift
      paces.push({ from, to: from + unit, x0: x, x1: x + w, tick: weightOf(bucket) > 2 ? fine : unit })
      x += w
    }
  }
  return { paces, folds: waves, unit }
}

/** Where a time stands; what lies in a fold stands at its near edge. */
export function xOf(axis: Axis, at: number): number {
  for (const { from, to, x0, x1 } of axis.paces) {
    if (at < from) return x0
    if (at < to) return x0 + ((at - from) / (to - from)) * (x1 - x0)
  }
  return axis.paces.at(-1)?.x1 ?? 0
}

/** The right end of the unfolded stretch that holds this place. */
export function endOfRun(axis: Axis, x: number): number {
  return axis.folds.find((fold) => fold.x0 >= x)?.x0 ?? axis.paces.at(-1)?.x1 ?? 0
}

/** The times that get a tick, in order; thinned so that their words do not touch. */
export function ticksOf(axis: Axis, room: number): readonly { readonly at: number; readonly x: number }[] {
  const ticks: { at: number; x: number }[] = []
  let free = Number.NEGATIVE_INFINITY
  for (const pace of axis.paces) {
    const wide = (pace.x1 - pace.x0) * (pace.tick / (pace.to - pace.from))
    const every = wide < room ? pace.to - pace.from : pace.tick
    for (let at = pace.from; at < pace.to; at += every) {
      const x = pace.x0 + ((at - pace.from) / (pace.to - pace.from)) * (pace.x1 - pace.x0)
      if (x < free) continue
      ticks.push({ at, x })
      free = x + room
    }
  }
  return ticks
}

function chooseUnit(times: readonly { readonly at: number }[], shift: number): readonly [number, number] {
  let best = UNITS[4] ?? [HOUR, 15 * MINUTE]
  let least = Number.POSITIVE_INFINITY
  for (const candidate of UNITS) {
    const runs = runsOf(
      times.map(({ at }) => ({ at, crowd: 1 })),
      candidate[0],
      shift,
    )
    const score = Math.abs(runs.flat().length - WANTED) + 2.5 * (runs.length - 1)
    if (score < least) {
      least = score
      best = candidate
    }
  }
  return best
}

/** Unfolded runs of neighbouring stretches. */
function runsOf(
  times: readonly { readonly at: number; readonly crowd: number }[],
  unit: number,
  shift: number,
): readonly (readonly Bucket[])[] {
  const counts = new Map<number, number>()
  for (const { at, crowd } of times) {
    const index = Math.floor((at + shift) / unit)
    counts.set(index, (counts.get(index) ?? 0) + crowd)
  }
  const runs: Bucket[][] = []
  let before: number | null = null
  for (const index of [...counts.keys()].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && before !== null && index - before - 1 <= QUIET) {
      for (let empty = before + 1; empty < index; empty++) run.push({ index: empty, events: 0 })
      run.push({ index, events: counts.get(index) ?? 0 })
    } else {
      runs.push([{ index, events: counts.get(index) ?? 0 }])
    }
    before = index
  }
  return runs
}

function weightOf({ events }: Bucket): number {
  return events <= 2 ? 1 : Math.min(MOST_STRETCH, 1 + (events - 1) * 0.6)
}
