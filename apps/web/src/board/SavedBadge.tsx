import {
  CloudAlert,
  CloudCheck,
  CloudOff,
  CloudUpload,
  Laptop,
  type LucideIcon,
  RotateCcw,
} from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { Saved } from '../session/board-session.ts'
import { useCell } from '../session/cell.ts'
import { savedWords } from '../session/saved-state.ts'
import { useSession } from '../session/use-session.ts'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import styles from './SavedBadge.module.css'

const ICONS: Readonly<Record<Saved['state'], LucideIcon>> = {
  saved: CloudCheck,
  saving: CloudUpload,
  connecting: CloudUpload,
  retrying: CloudAlert,
  offline: CloudOff,
  'here-only': Laptop,
  stopped: CloudOff,
}

const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Tells the truth about what would survive if this machine stopped now. */
export function SavedBadge() {
  const session = useSession()
  const saved = useCell(session.saved)
  const Icon = ICONS[saved.state]
  const words = savedWords(saved, (at) => clock.format(at))
  const badge = (
    <>
      <Icon aria-hidden="true" />
      <span>{words}</span>
    </>
  )
  if (session.startOver === null) {
    return (
      <span className={styles.badge} data-state={saved.state} role="status">
        {badge}
      </span>
    )
  }
  const again = session.startOver
  return (
    <Menu
      label="This sample"
      trigger={
        <Button className={styles.badge ?? ''} data-state={saved.state}>
          {badge}
        </Button>
      }
      foot="A copy of your own. Nothing of it is sent anywhere."
    >
      <MenuItem
        label="Start over"
        note="As it was when you first opened it"
        icon={<RotateCcw />}
        onAction={() => void again()}
      />
    </Menu>
  )
}

/** The same in eight pixels, for the phone. */
export function SavedDot() {
  const session = useSession()
  const saved = useCell(session.saved)
  const words = savedWords(saved, (at) => clock.format(at))
  const calm = saved.state === 'saved' || saved.state === 'here-only'
  return (
    <span className={styles.dot} data-state={saved.state} role="status">
      <i aria-hidden="true" />
      <span className={calm ? styles.hidden : ''}>{words}</span>
    </span>
  )
}
