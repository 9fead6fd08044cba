import { Link2, Megaphone, Undo } from 'lucide-react'
import { useMemo } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useKeys } from '../board/keyboard/use-keys.ts'
import { type Action, useActions } from '../board/palette/action-registry.ts'
import type { ViewPlace } from '../board/use-view.ts'
import { useProjectorActions } from '../projector/use-projector-actions.tsx'
import { useCell } from '../session/cell.ts'
import { useSession } from '../session/use-session.ts'
import { mayLead } from '../timeline/follow.ts'
import { askEveryone } from './ask.ts'
import { copyLinkTo } from './link-to.ts'
import { goBack, jumps } from './trail.ts'
import { readSection } from './use-where.ts'
import { say } from './words.ts'

/** Finding one's way, by palette and keys, in every view. */
export function useGoActions(place: ViewPlace): void {
  const session = useSession()
  const depth = useCell(jumps)
  const others = useCell(session.people.list).filter(({ isMe }) => !isMe).length
  const leads = mayLead(session.me.get().role) && session.sample === null
  const { view, go, base } = place
  useProjectorActions()
  useKeys({ 'alt+arrowleft': goBack, 'mod+[': goBack }, { last: true })
  const actions = useMemo((): readonly Action[] => {
    const here: ViewPlace = { view, go, base }
    const back: Action = {
      id: 'go-back',
      label: say.backLabel,
      others: say.backOthers,
      keys: 'Alt ←',
      icon: <Undo />,
      run: () => void goBack(),
    }
    const ask: Action = {
      id: 'ask-everyone',
      label: say.askLabel,
      others: say.askOthers,
      icon: <Megaphone />,
      run: () => askEveryone(session, here),
    }
    const link: Action = {
      id: 'copy-link-view',
      label: say.copyLinkView,
      others: 'address share url',
      icon: <Link2 />,
      run: () => void copyLinkTo(session, linkedHere(view), view),
    }
    return [
      ...(depth > 0 ? [back] : []),
      ...(leads && others > 0 ? [ask] : []),
      ...(session.sample === null ? [link] : []),
    ]
  }, [session, depth, leads, others, view, go, base])
  useActions(actions)
}

/** What of a view its address names: the thing in hand, the event stood on, the section that is read. */
function linkedHere(view: ViewPlace['view']): string | null {
  const { items, relations, walking } = useBoardUi.getState()
  if (view === 'record') return readSection.get()
  if (view === 'timeline') return walking
  const [only = null] = [...items, ...relations]
  return only
}
