import { useEffect, useState } from 'react'
import { useSession } from '../session/use-session.ts'
import { type Countdown, countdown } from './countdown.ts'

/** A countdown by the server's clock, told again whenever its words change; null where nothing runs. */
export function useCountdown(
  span: { readonly startedAt: number; readonly endsAt: number } | null,
): Countdown | null {
  const session = useSession()
  const [, tick] = useState(0)
  const startedAt = span?.startedAt ?? null
  const endsAt = span?.endsAt ?? null
  useEffect(() => {
    if (endsAt === null) return
    let timer: ReturnType<typeof setTimeout>
    const wait = (): void => {
      const left = endsAt - session.now()
      if (left <= 0) return
      // just after the next whole second, so that the figures change evenly
      timer = setTimeout(
        () => {
          tick((n) => n + 1)
          wait()
        },
        (left % 1000) + 20,
      )
    }
    wait()
    return () => clearTimeout(timer)
  }, [endsAt, session])
  return startedAt === null || endsAt === null ? null : countdown({ startedAt, endsAt }, session.now())
}
