import { MARKS } from '@second-story/board'
import { MARK_TAGS } from '@second-story/picture'
import { Stamp } from 'lucide-react'
import { useMemo } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { type Action, useActions } from '../board/palette/action-registry.ts'
import { useSession } from '../session/use-session.ts'
import { stamp } from './stamp.ts'
import { say } from './words.ts'

/** Stamps in the palette, for what is selected. */
export function useStampActions(): void {
  const session = useSession()
  const any = useBoardUi((ui) => ui.items.size > 0)
  const may = session.mayWrite()
  const actions = useMemo(
    (): readonly Action[] =>
      may && any
        ? MARKS.map((mark) => ({
            id: `stamp-${mark}`,
            label: say.named(MARK_TAGS[mark].words),
            others: say.others,
            icon: <Stamp />,
            run: () => void stamp(session, useBoardUi.getState().items, mark),
          }))
        : [],
    [session, may, any],
  )
  useActions(actions)
}
