import { Ellipsis, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { useSession } from '../../session/use-session.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { OnlyYou } from '../../ui/OnlyYou.tsx'
import { duplicateSelected } from '../actions/duplicate.ts'
import { removeSelected } from '../actions/remove.ts'
import { restack } from '../actions/restack.ts'
import { zoomToItems } from '../stage/zoom.ts'
import styles from './Inspector.module.css'

interface PanelHeadProps {
  readonly title: string
  readonly onlyYou?: boolean
  readonly more?: ReactNode
  readonly arrow?: boolean
}

export function PanelHead({ title, onlyYou, more, arrow }: PanelHeadProps) {
  const session = useSession()
  const ui = useBoardUi.getState
  return (
    <header className={styles.head}>
      <h2>{title}</h2>
      {onlyYou && <OnlyYou />}
      <span className={styles.gap} />
      <Menu
        label={title}
        trigger={
          <IconButton label="More" size="small" silent>
            <Ellipsis />
          </IconButton>
        }
      >
        {more}
        {!arrow && (
          <MenuItem label="Show on the map" keys="Shift 2" onAction={() => zoomToItems(ui().items)} />
        )}
        {session.mayWrite() && !arrow && (
          <MenuItem label="Duplicate" keys="Ctrl D" onAction={() => duplicateSelected(session)} />
        )}
        {session.mayWrite() && !arrow && (
          <MenuItem label="To the front" keys="]" onAction={() => restack(session, 'front')} />
        )}
        {session.mayWrite() && !arrow && (
          <MenuItem label="To the back" keys="[" onAction={() => restack(session, 'back')} />
        )}
        {session.mayWrite() && (
          <MenuItem label="Delete" keys="Del" onAction={() => void removeSelected(session)} />
        )}
      </Menu>
      <IconButton label="Close" size="small" silent onPress={() => ui().select([])}>
        <X />
      </IconButton>
    </header>
  )
}
