import { CloudAlert, CloudCheck, CloudOff, CloudUpload, Laptop, type LucideIcon } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { Saved } from '../session/board-session.ts'
import { useCell } from '../session/cell.ts'
import { savedWords } from '../session/saved-state.ts'
import { useSession } from '../session/use-session.ts'
import styles from './SavedBadge.module.css'
import { SavedMenu } from './SavedMenu.tsx'

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
  return (
    <span role="status">
      <SavedMenu
        trigger={
          <Button className={styles.badge ?? ''} data-state={saved.state}>
            <Icon aria-hidden="true" />
            <span>{savedWords(saved, (at) => clock.format(at))}</span>
          </Button>
        }
      />
    </span>
  )
}

/** The same in eight pixels, for the phone. */
export function SavedDot() {
  const session = useSession()
  const saved = useCell(session.saved)
  const words = savedWords(saved, (at) => clock.format(at))
  const calm = saved.state === 'saved' || saved.state === 'here-only'
  return (
    <span role="status" className={styles.dotStatus}>
      <SavedMenu
        trigger={
          <Button className={styles.dot ?? ''} data-state={saved.state}>
            <i aria-hidden="true" />
            <span className={calm ? styles.hidden : ''}>{words}</span>
          </Button>
        }
      />
    </span>
  )
}
