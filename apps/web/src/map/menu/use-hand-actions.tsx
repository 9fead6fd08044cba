import {
  AlignHorizontalDistributeCenter,
  AlignVerticalDistributeCenter,
  BringToFront,
  Pin,
  PinOff,
  Scaling,
  SendToBack,
  Shrink,
} from 'lucide-react'
import { useMemo } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { type Action, useActions } from '../../board/palette/action-registry.ts'
import { keepTools, toolsStay } from '../../board/tool-done.ts'
import { useCell } from '../../session/cell.ts'
import { useSession } from '../../session/use-session.ts'
import { arrangeSelected } from '../actions/arrange-selected.ts'
import { fitWords } from '../actions/fit-words.ts'
import { pinSelected } from '../actions/pin.ts'
import { restack } from '../actions/restack.ts'
import { sameSize } from '../actions/same-size.ts'
import { currentStage } from '../stage/current-stage.ts'
import { ROW_CHOICES } from './row-choices.ts'

/** What the palette can do with what is selected on the map, and with tools. */
export function useHandActions(): void {
  const session = useSession()
  const count = useBoardUi((ui) => ui.items.size)
  const stay = useCell(toolsStay)
  const may = session.mayWrite()
  const actions = useMemo((): readonly Action[] => {
    if (!may) return []
    const staying: Action = {
      id: 'tools-stay',
      label: stay ? 'Put tools away after use' : 'Keep tools in hand after use',
      others: 'lock tool stay',
      icon: stay ? <PinOff /> : <Pin />,
      run: () => keepTools(!stay),
    }
    const any: Action[] = [
      {
        id: 'pin',
        label: 'Pin where it lies, or let it move again',
        others: 'lock unlock position fix',
        keys: '⇧ L',
        icon: <Pin />,
        run: () => void pinSelected(session),
      },
      {
        id: 'front',
        label: 'To the front',
        others: 'bring above before order',
        keys: ']',
        icon: <BringToFront />,
        run: () => void restack(session, 'front'),
      },
      {
        id: 'back',
        label: 'To the back',
        others: 'send below behind order',
        keys: '[',
        icon: <SendToBack />,
        run: () => void restack(session, 'back'),
      },
      {
        id: 'fit-words',
        label: 'As large as the words',
        others: 'size fit shrink',
        icon: <Shrink />,
        run: () => {
          const stage = currentStage.get()
          if (stage) fitWords(session, stage.scene, useBoardUi.getState().items)
        },
      },
    ]
    const many: Action[] = [
      ...ROW_CHOICES.map(({ how, label, Icon }) => ({
        id: `row-${how}`,
        label,
        others: 'align row',
        icon: <Icon />,
        run: () => arrangeSelected(session, how),
      })),
      {
        id: 'gaps-x',
        label: 'Equal gaps across',
        others: 'distribute spacing',
        icon: <AlignHorizontalDistributeCenter />,
        run: () => arrangeSelected(session, 'x'),
      },
      {
        id: 'gaps-y',
        label: 'Equal gaps down',
        others: 'distribute spacing',
        icon: <AlignVerticalDistributeCenter />,
        run: () => arrangeSelected(session, 'y'),
      },
      {
        id: 'one-size',
        label: 'One size',
        others: 'same match width height',
        icon: <Scaling />,
        run: () => void sameSize(session),
      },
    ]
    return [...(count > 0 ? any : []), ...(count > 1 ? many : []), staying]
  }, [session, may, count, stay])
  useActions(actions)
}
