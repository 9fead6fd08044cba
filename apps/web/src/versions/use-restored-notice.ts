import { readRestored } from '@second-story/board'
import { useEffect } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useCell } from '../session/cell.ts'
import { useSession } from '../session/use-session.ts'
import { toast } from '../ui/toast.ts'
import { sayTime } from './say-time.ts'
import { restoring } from './versions-ui.ts'

/** Tells everybody who has the board open that it went back to an earlier version; whoever comes later just sees it. */
export function useRestoredNotice(): void {
  const session = useSession()
  const ready = useCell(session.ready)
  useEffect(() => {
    const conduct = session.layer('conduct')
    if (!ready || !conduct) return
    let heard = readRestored(conduct)?.at ?? 0
    const meta = conduct.getMap('meta')
    const look = (): void => {
      const last = readRestored(conduct)
      if (!last || last.at === heard) return
      heard = last.at
      if (restoring.get()) return
      toast(
        `The board went back to how it was: ${sayTime(last.to, session.now())}. What was on it until now is kept as a version.`,
        {
          key: 'restored',
          action: { label: 'Versions', onPress: () => useBoardUi.getState().set({ versions: 'versions' }) },
        },
      )
    }
    meta.observe(look)
    return () => meta.unobserve(look)
  }, [session, ready])
}
