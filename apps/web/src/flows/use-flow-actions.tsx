import { flowsOf } from '@second-story/board'
import { Footprints, Radio, Waypoints } from 'lucide-react'
import { useMemo } from 'react'
import { type Action, useActions } from '../board/palette/action-registry.ts'
import { nameOf } from '../outline/item-words.ts'
import { sameList, useBoard, useSession } from '../session/use-session.ts'
import { playFlow } from './play.ts'
import { makeOfSelected, startRecording } from './record-flow.ts'
import { say } from './words.ts'

/** Flows in the palette while the map is in front. */
export function useFlowActions(): void {
  const session = useSession()
  const flows = useBoard(flowsOf, sameList)
  const actions = useMemo((): readonly Action[] => {
    const making: readonly Action[] = [
      {
        id: 'make-flow',
        label: say.make,
        note: say.makeNote,
        icon: <Waypoints />,
        run: () => void makeOfSelected(session),
      },
      {
        id: 'record-flow',
        label: say.record,
        note: say.recordNote,
        icon: <Radio />,
        run: () => startRecording(),
      },
    ]
    const playing = flows.map(
      (flow): Action => ({
        id: `play ${flow.id}`,
        label: say.playNamed(nameOf(flow)),
        others: say.flow,
        icon: <Footprints />,
        run: () => void playFlow(session, flow.id),
      }),
    )
    return [...(session.mayWrite() ? making : []), ...playing]
  }, [session, flows])
  useActions(actions)
}
