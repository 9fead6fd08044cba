const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' })
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' })

/** "Today 14:05", "Yesterday 14:05", "Fri 13 Nov, 14:05", in the reader's own time. Both in ms since 1970. */
export function sayTime(at: number, now: number): string {
  const time = clock.format(at)
  if (isSameDay(at, now)) return `Today ${time}`
  if (isSameDay(at, now - 24 * 60 * 60_000)) return `Yesterday ${time}`
  const isNear = Math.abs(now - at) < 300 * 24 * 60 * 60_000
  return `${(isNear ? day : dayOfYear).format(at)}, ${time}`
}

/** "21 Nov 2026, 14:05": for a name, which is read on other days too. */
export function sayDate(at: number): string {
  return `${dayOfYear.format(at)}, ${clock.format(at)}`
}

function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}
