import { FileUp, History, MessageSquare, Moon, RotateCcw, Share2, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { useCommentsUi } from '../comments/comments-ui.ts'
import { say } from '../comments/words.ts'
import { useCell } from '../session/cell.ts'
import { useSession } from '../session/use-session.ts'
import { chooseTheme, theme } from '../ui/theme.ts'
import { useBoardUi } from './board-ui.ts'
import styles from './PeopleMenu.module.css'

/** What has no room in the phone's top bar; below the people who are here. */
export function PhoneActions({ onDone }: { readonly onDone: () => void }) {
  const session = useSession()
  const shown = useCell(theme)
  const set = useBoardUi((ui) => ui.set)
  const again = session.startOver
  const act = (work: () => void) => () => {
    onDone()
    work()
  }
  return (
    <div className={styles.actions}>
      {session.sample === null && (
        <Act icon={<Share2 />} label="Share" onPress={act(() => set({ share: true }))} />
      )}
      {session.sample === null && (
        <Act icon={<History />} label="Versions" onPress={act(() => set({ versions: 'versions' }))} />
      )}
      <Act
        icon={<MessageSquare />}
        label={say.comments}
        onPress={act(() => useCommentsUi.getState().set({ sheet: true }))}
      />
      {session.mayWrite() && (
        <Act icon={<FileUp />} label="Bring files" onPress={act(() => set({ importing: {} }))} />
      )}
      {again && <Act icon={<RotateCcw />} label="Start over" onPress={act(() => void again())} />}
      <Act
        icon={shown === 'dark' ? <Sun /> : <Moon />}
        label={shown === 'dark' ? 'Light' : 'Dark'}
        onPress={act(() => chooseTheme(shown === 'dark' ? 'light' : 'dark'))}
      />
    </div>
  )
}

interface ActProps {
  readonly icon: ReactNode
  readonly label: string
  readonly onPress: () => void
}

function Act({ icon, label, onPress }: ActProps) {
  return (
    <Button className={styles.action ?? ''} onPress={onPress}>
      {icon}
      {label}
    </Button>
  )
}
