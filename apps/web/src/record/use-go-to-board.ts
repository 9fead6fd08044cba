import type { ItemId } from '@second-story/board'
import { useMemo } from 'react'
import { useBoardUi, type View } from '../board/board-ui.ts'
import { useView } from '../board/use-view.ts'
import { goThere } from '../go/go-there.ts'
import { leaveHere } from '../go/trail.ts'
import { useSession } from '../session/use-session.ts'
import { usePhone } from '../ui/use-phone.ts'
import type { GoTo } from './go-to.ts'

/** Leads from the record to the map, the timeline, or on a phone to an item's half sheet. */
export function useGoToBoard(): GoTo {
  const isPhone = usePhone()
  const session = useSession()
  const { base, go } = useView(isPhone)
  return useMemo(() => {
    const ui = useBoardUi.getState()
    const item = (id: ItemId): void => {
      if (isPhone) {
        ui.set({ opened: id })
        return
      }
      goThere(session, { view: 'record', base, go }, id)
    }
    const away = (view: View): void => {
      leaveHere()
      go(view)
    }
    const section: GoTo['section'] = (key) => {
      if (key === 'timeline') return { words: 'on the timeline', go: () => away('timeline') }
      if (key !== 'system' && key !== 'factors') return null
      return {
        words: 'on the map',
        go: () => {
          ui.set({ show: key === 'system' ? 'system' : 'factors' })
          away('map')
        },
      }
    }
    return { href: (id) => `${base}#${id}`, item, section }
  }, [isPhone, base, go, session])
}
