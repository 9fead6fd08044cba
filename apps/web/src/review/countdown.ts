/** A countdown as it is shown. */
export interface Countdown {
  /** `3:52`, `1:02:00`; `0:00` once the time is up */
  readonly text: string
  /** how much of the time has passed, 0 to 1 */
  readonly passed: number
  readonly isOver: boolean
  /** `of 6 minutes` */
  readonly of: string
}

/** Where a countdown stands; all in ms since 1970, `now` by the server's clock. */
export function countdown(
  { startedAt, endsAt }: { readonly startedAt: number; readonly endsAt: number },
  now: number,
): Countdown {
  const left = Math.max(0, Math.ceil((endsAt - now) / 1000))
  const whole = Math.max(1, endsAt - startedAt)
  const minutes = Math.round(whole / 6000) / 10
  return {
    text: clock(left),
    passed: Math.min(1, Math.max(0, (now - startedAt) / whole)),
    isOver: left === 0,
    of: `of ${minutes < 10 ? minutes : Math.round(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`,
  }
}

function clock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
