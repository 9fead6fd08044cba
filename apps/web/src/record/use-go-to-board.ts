import type { ItemId } from '@second-story/board'
import { useMemo } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useView } from '../board/use-view.ts'
import { usePhone } from '../ui/use-phone.ts'
import type { GoTo } from './go-to.ts'

/** Leads from the record to the map, the timeline, or on a phone to an item's half sheet. */
export function useGoToBoard(): GoTo {
  const isPhone = usePhone()
  const { base, go } = useView(isPhone)
  return useMemo(() => {
    const ui = useBoardUi.getState()
    const item = (id: ItemId): void => {
      if (isPhone) {
        ui.set({ opened: id })
        return
      }
      ui.select([id])
      ui.set({ reveal: { id, at: Date.now() } })
      go('map')
    }
    const section: GoTo['section'] = (key) => {
      if (key === 'timeline') return { words: 'on the timeline', go: () => go('timeline') }
      if (key !== 'system' && key !== 'factors') return null
      return {
        words: 'on the map',
        go: () => {
          ui.set({ show: key === 'system' ? 'system' : 'factors' })
          go('map')
        },
      }
    }
    return { href: (id) => `${base}#${id}`, item, section }
  }, [isPhone, base, go])
}
