import { Projector, ScreenShare } from 'lucide-react'
import { useMemo } from 'react'
import { useKeys } from '../board/keyboard/use-keys.ts'
import { type Action, useActions } from '../board/palette/action-registry.ts'
import { useSession } from '../session/use-session.ts'
import { openProjectorWindow, useProjector } from './use-projector.ts'
import { say } from './words.ts'

/** The room's screen, by palette and key. */
export function useProjectorActions(): void {
  const session = useSession()
  const { start } = useProjector()
  const { account } = session.me.get()
  const isReal = session.sample === null
  useKeys({ f9: start }, { last: true })
  // biome-ignore lint/correctness/useExhaustiveDependencies: it starts where one is when it is chosen
  const actions = useMemo((): readonly Action[] => {
    const here: Action = {
      id: 'projector',
      label: say.start,
      others: say.startOthers,
      keys: 'F9',
      icon: <Projector />,
      run: start,
    }
    const apart: Action = {
      id: 'projector-window',
      label: say.window,
      others: say.windowOthers,
      icon: <ScreenShare />,
      run: () => openProjectorWindow(account),
    }
    return isReal ? [here, apart] : [here]
  }, [account, isReal, window.location.pathname])
  useActions(actions)
}
