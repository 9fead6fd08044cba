import { Eraser, Highlighter, PenLine, Trash2, Wand } from 'lucide-react'
import { useMemo } from 'react'
import { announce } from '../../aloud/announce.ts'
import { useKeys } from '../../board/keyboard/use-keys.ts'
import { type Action, useActions } from '../../board/palette/action-registry.ts'
import { useSession } from '../../session/use-session.ts'
import { takeInk } from './take.ts'
import { say } from './words.ts'

/** What keys and palette can do with ink while the map is in front. */
export function useInkActions(): void {
  const session = useSession()
  const may = session.mayWrite()
  const actions = useMemo((): readonly Action[] => {
    if (!may) return []
    return [
      {
        id: 'ink-pen',
        label: say.takePen,
        others: 'ink freehand sketch line',
        keys: 'D',
        icon: <PenLine />,
        run: () => void takeInk(session, 'pen'),
      },
      {
        id: 'ink-highlighter',
        label: say.takeHighlighter,
        others: 'ink marker',
        keys: '⇧ D',
        icon: <Highlighter />,
        run: () => void takeInk(session, 'highlighter'),
      },
      {
        id: 'ink-eraser',
        label: say.takeEraser,
        others: 'ink rubber delete',
        keys: '⇧ E',
        icon: <Eraser />,
        run: () => void takeInk(session, 'eraser'),
      },
      {
        id: 'ink-laser',
        label: say.takeLaser,
        others: 'pointer show',
        keys: 'K',
        icon: <Wand />,
        run: () => void takeInk(session, 'laser'),
      },
      {
        id: 'ink-erase-all',
        label: say.eraseAll,
        others: 'ink clear drawings',
        icon: <Trash2 />,
        run: () => {
          const ids = [...session.live.snapshot.strokes.keys()]
          if (ids.length > 0 && session.do([{ do: 'erase', ids }]).ok) announce(say.deletedLines(ids.length))
        },
      },
    ]
  }, [session, may])
  useActions(actions)
  useKeys({
    d: () => takeInk(session, 'pen'),
    'shift+d': () => takeInk(session, 'highlighter'),
    'shift+e': () => takeInk(session, 'eraser'),
    k: () => takeInk(session, 'laser'),
  })
}
