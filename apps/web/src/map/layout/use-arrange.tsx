import type { ArrowLine } from '@second-story/board'
import { ArrowDown, ArrowRight, Group, Presentation, Ungroup } from 'lucide-react'
import { useMemo } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { useKeys } from '../../board/keyboard/use-keys.ts'
import { type Action, useActions } from '../../board/palette/action-registry.ts'
import { useBoard, useSession } from '../../session/use-session.ts'
import { setLine } from '../actions/arrow-shape.ts'
import { groupSelected, ungroupSelected } from '../actions/group.ts'
import { framesOf } from '../present/frames.ts'
import { present } from '../present/present.ts'
import { layOutMap } from './lay-out-map.ts'

/** Keys and palette: tidying the map, and groups. */
export function useArrange(): void {
  const session = useSession()
  const may = session.mayWrite()
  const line = (to: ArrowLine) => () => {
    const { items, relations } = useBoardUi.getState()
    return may && items.size === 0 && setLine(session, relations, to)
  }
  useKeys({
    '1': line('straight'),
    '2': line('curved'),
    '3': line('angled'),
    'shift+t': () => (may ? void layOutMap(session) : false),
    'mod+g': () => may && groupSelected(session),
    'mod+shift+g': () => may && ungroupSelected(session),
  })
  const hasFrames = useBoard((board) => framesOf(board).length > 0)
  const actions = useMemo(
    (): readonly Action[] => [
      ...(hasFrames
        ? [
            {
              id: 'present',
              label: 'Present the frames',
              others: 'show slides step by step',
              icon: <Presentation />,
              run: () => void present(session),
            },
          ]
        : []),
      ...(may
        ? [
            {
              id: 'tidy-right',
              label: 'Tidy, left to right',
              others: 'lay out layout arrange automatic clean up selection',
              keys: 'Shift T',
              icon: <ArrowRight />,
              run: () => void layOutMap(session, 'right'),
            },
            {
              id: 'tidy-down',
              label: 'Tidy, top to bottom',
              others: 'lay out layout arrange automatic clean up selection',
              icon: <ArrowDown />,
              run: () => void layOutMap(session, 'down'),
            },
            {
              id: 'group',
              label: 'Group what is selected',
              others: 'together',
              keys: 'Ctrl G',
              icon: <Group />,
              run: () => void groupSelected(session),
            },
            {
              id: 'ungroup',
              label: 'Ungroup',
              others: 'apart',
              keys: 'Ctrl Shift G',
              icon: <Ungroup />,
              run: () => void ungroupSelected(session),
            },
          ]
        : []),
    ],
    [session, may, hasFrames],
  )
  useActions(actions)
}
