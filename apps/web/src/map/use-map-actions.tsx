import { ClipboardCopy, Copy, Maximize, Route, Type, Workflow } from 'lucide-react'
import { useMemo } from 'react'
import { type Action, useActions } from '../board/palette/action-registry.ts'
import { useSession } from '../session/use-session.ts'
import { useMapExports } from './export/use-map-exports.ts'
import { useInkActions } from './ink/use-ink-actions.tsx'
import { useArrange } from './layout/use-arrange.tsx'
import { useMapState } from './map-state.ts'
import { useHandActions } from './menu/use-hand-actions.tsx'
import { zoomToFit } from './stage/zoom.ts'
import { orderLabel, toggleOrder } from './start-up-order.ts'

/** What the palette can do while the map is in front. */
export function useMapActions(): void {
  useHandActions()
  useInkActions()
  const session = useSession()
  const shown = useMapState((state) => state.startUpOrder)
  const leave = useMapExports()
  const actions = useMemo((): readonly Action[] => {
    const writing: Action = {
      id: 'type-line',
      label: 'Type what calls what',
      others: 'arrow line draw',
      keys: 'T',
      icon: <Type />,
      run: () => useMapState.getState().set({ typeLine: true }),
    }
    return [
      {
        id: 'fit',
        label: 'Fit the board',
        others: 'zoom show all of it',
        keys: 'Shift 1',
        icon: <Maximize />,
        run: () => zoomToFit(),
      },
      {
        id: 'start-up-order',
        label: orderLabel(shown),
        others: 'depends arrows dotted',
        icon: <Route />,
        run: toggleOrder,
      },
      ...(session.mayWrite() ? [writing] : []),
      {
        id: 'copy-picture',
        label: 'Copy as picture',
        others: 'export image png',
        icon: <ClipboardCopy />,
        run: leave.copyPicture,
      },
      { id: 'copy-text', label: 'Copy as text', others: 'export', icon: <Copy />, run: leave.copyText },
      {
        id: 'copy-mermaid',
        label: 'Copy as Mermaid',
        others: 'export diagram',
        icon: <Workflow />,
        run: leave.copyMermaid,
      },
    ]
  }, [shown, session, leave])
  useActions(actions)
  useArrange()
}
