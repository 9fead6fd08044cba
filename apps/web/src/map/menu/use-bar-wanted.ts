import { useBoardUi } from '../../board/board-ui.ts'
import { useSession } from '../../session/use-session.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { useMapState } from '../map-state.ts'

/** Is something selected, and nothing else in hand? A phone has its half sheet. */
export function useBarWanted(): boolean {
  const session = useSession()
  const phone = usePhone()
  const chosen = useBoardUi(
    (ui) => ui.items.size + ui.relations.size > 0 && !ui.busy && ui.editing === null && ui.tool === 'select',
  )
  const free = useMapState(
    ({ draft, menu, linking, wording }) =>
      draft === null && menu === null && linking === null && wording === null,
  )
  return chosen && free && !phone && session.mayWrite()
}
