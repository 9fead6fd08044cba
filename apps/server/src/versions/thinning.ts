import type { VersionRow } from '../storage/schema.ts'

/** What thinning looks at. */
export type Thinned = Pick<VersionRow, 'id' | 'at' | 'kind' | 'size'>

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS

/** At this age one version is kept in so much time: all of a day, then hourly, daily for a month, weekly. */
const BANDS: readonly { readonly until: number; readonly everyMs: number }[] = [
  { until: DAY_MS, everyMs: 0 },
  { until: 3 * DAY_MS, everyMs: HOUR_MS },
  { until: 31 * DAY_MS, everyMs: DAY_MS },
  { until: Number.POSITIVE_INFINITY, everyMs: 7 * DAY_MS },
]

/** What was kept before going back to an earlier version stays so long: a week-end does not lose it. */
const BEFORE_RESTORE_MS = 14 * DAY_MS

/** Versions of a board that nobody named, and their bytes. */
export const MOST_UNNAMED = 100
export const MOST_UNNAMED_BYTES = 32 * 1024 * 1024

/**
 * Which versions go, as time goes by: of each stretch of time the last one stays. Never a named one, never the newest. Where
 * there are more than may be, those go whose going leaves the smallest gap for their age.
 */
export function toDrop(versions: readonly Thinned[], now: number): readonly string[] {
  const unnamed = versions.filter(({ kind }) => kind !== 'named').sort((a, b) => a.at - b.at)
  const newest = unnamed.at(-1)
  const kept: Thinned[] = []
  for (const [i, one] of unnamed.entries()) {
    const next = unnamed[i + 1]
    if (!next || isHeld(one, now) || stretchOf(one, now) !== stretchOf(next, now)) kept.push(one)
  }
  const isOver = (): boolean =>
    kept.length > MOST_UNNAMED || kept.reduce((sum, { size }) => sum + size, 0) > MOST_UNNAMED_BYTES
  while (kept.length > 1 && isOver()) kept.splice(leastMissed(kept, now), 1)
  const left = new Set(kept.map(({ id }) => id))
  return unnamed.filter((one) => one !== newest && !left.has(one.id)).map(({ id }) => id)
}

function isHeld({ at, kind }: Thinned, now: number): boolean {
  return kind === 'before-restore' && now - at < BEFORE_RESTORE_MS
}

/** Two versions of the same stretch: one of them is enough. Each is its own while it is young. */
function stretchOf({ id, at }: Thinned, now: number): string {
  const { everyMs } = BANDS.find(({ until }) => now - at < until) ?? { everyMs: 0 }
  return everyMs === 0 ? id : `${everyMs} ${Math.floor(at / everyMs)}`
}

/** Never the newest. */
function leastMissed(kept: readonly Thinned[], now: number): number {
  let least = 0
  let smallest = Number.POSITIVE_INFINITY
  for (let i = 0; i < kept.length - 1; i++) {
    const [before, one, after] = [kept[i - 1], kept[i], kept[i + 1]]
    if (!one || !after) continue
    const age = Math.max(1, now - one.at)
    // the very first one shows how it began
    const gap = before ? (after.at - before.at) / age : 4
    if (gap < smallest) [smallest, least] = [gap, i]
  }
  return least
}
