import { useBoardUi } from '../board/board-ui.ts'
import type { BoardSession } from '../session/board-session.ts'
import { toast } from '../ui/toast.ts'
import type { VersionsTab } from './versions-ui.ts'

/** Opens the board as it was; a sample, which no server keeps, says so. */
export function openVersions(session: BoardSession, tab: VersionsTab): void {
  const { set } = useBoardUi.getState()
  if (session.sample === null) set({ versions: tab })
  else
    toast('A sample lives in this browser alone: no versions of it are kept, and there is nothing to play.', {
      key: 'versions',
      action: { label: 'Keep it', onPress: () => set({ keeping: true }) },
    })
}
