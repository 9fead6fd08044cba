import { flowsOf } from '@second-story/board'
import { Footprints, Play, Radio, Waypoints } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useBoardUi } from '../board/board-ui.ts'
import { nameOf } from '../outline/item-words.ts'
import { sameList, useBoard, useSession } from '../session/use-session.ts'
import { Menu, MenuItem, MenuLine, MenuSection } from '../ui/Menu.tsx'
import styles from './Flows.module.css'
import { playFlow } from './play.ts'
import { makeOfSelected, startRecording } from './record-flow.ts'
import { say } from './words.ts'

/** Beside the map's switch: the flows of this board, to be played, opened and made. */
export function FlowsMenu() {
  const session = useSession()
  const flows = useBoard(flowsOf, sameList)
  const chosen = useBoardUi((ui) => ui.items.size + ui.relations.size)
  const may = session.mayWrite()
  if (flows.length === 0 && !may) return null
  return (
    <Menu
      label={say.flows}
      placement="bottom start"
      wide
      trigger={
        <Button className={styles.button ?? ''}>
          <Footprints aria-hidden="true" />
          {say.flows}
        </Button>
      }
    >
      {flows.length > 0 && (
        <MenuSection label={say.play}>
          {flows.map((flow) => (
            <MenuItem
              key={flow.id}
              icon={<Play />}
              label={nameOf(flow)}
              onAction={() => {
                if (!playFlow(session, flow.id)) useBoardUi.getState().select([flow.id])
              }}
            />
          ))}
        </MenuSection>
      )}
      {flows.length > 0 && (
        <MenuSection label={say.open}>
          {flows.map((flow) => (
            <MenuItem
              key={flow.id}
              icon={<Footprints />}
              label={nameOf(flow)}
              onAction={() => useBoardUi.getState().select([flow.id])}
            />
          ))}
        </MenuSection>
      )}
      {may && flows.length > 0 && <MenuLine />}
      {may && chosen > 0 && (
        <MenuItem
          icon={<Waypoints />}
          label={say.make}
          note={say.makeNote}
          onAction={() => makeOfSelected(session)}
        />
      )}
      {may && (
        <MenuItem
          icon={<Radio />}
          label={say.record}
          note={say.recordNote}
          onAction={() => startRecording()}
        />
      )}
    </Menu>
  )
}
