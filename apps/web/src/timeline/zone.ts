/** A clock on the wall: what people say, without a zone. Months from 1. */
export interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const DAY_MS = 86_400_000
const clocks = new Map<string, Intl.DateTimeFormat>()

/** What the clock on the wall says there at that instant (ms since 1970). A zone nobody knows counts as UTC. */
export function wallTime(at: number, zone: string): WallTime {
  const parts: Record<string, number> = {}
  for (const { type, value } of clock(zone).formatToParts(at)) parts[type] = Number(value)
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return { year, month, day, hour, minute, second }
}

/**
 * The instant at which the clock there says so, in ms since 1970. Where the hour comes twice (clocks go back), the
 * first time; where it never comes (clocks go forward), as far behind the change as was said: 02:30 is read as 03:30.
 */
export function instantOf(wall: WallTime, zone: string): number {
  const said = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second)
  const before = said - offsetAt(said - DAY_MS, zone)
  const after = said - offsetAt(said + DAY_MS, zone)
  const right = [before, after].filter((at) => at + offsetAt(at, zone) === said)
  return right.length > 0 ? Math.min(...right) : before
}

/** The same wall clock some days later or earlier. */
export function daysOn(wall: WallTime, days: number): WallTime {
  const on = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days))
  return { ...wall, year: on.getUTCFullYear(), month: on.getUTCMonth() + 1, day: on.getUTCDate() }
}

/** How far the clocks there are ahead of UTC at an instant, in ms. */
export function offsetAt(at: number, zone: string): number {
  const { year, month, day, hour, minute, second } = wallTime(at, zone)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

function clock(zone: string): Intl.DateTimeFormat {
  const held = clocks.get(zone)
  if (held) return held
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: isZone(zone) ? zone : 'UTC',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(zone, made)
  return made
}
