import { useBoardUi } from './board-ui.ts'
import { KeysDialog } from './KeysDialog.tsx'
import type { ViewPlace } from './use-view.ts'

/** What opens over the board; one at a time. */
export function BoardDialogs({ place }: { readonly place: ViewPlace }) {
  const keys = useBoardUi((ui) => ui.keys)
  const set = useBoardUi((ui) => ui.set)
  void place
  return <>{keys && <KeysDialog onClose={() => set({ keys: false })} />}</>
}
