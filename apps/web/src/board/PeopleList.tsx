import { Eye, LocateFixed, Megaphone } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { askEveryone } from '../go/ask.ts'
import { say } from '../go/words.ts'
import type { Person } from '../presence/people.ts'
import { ROLE_WORDS } from '../presence/role-words.ts'
import { useCell } from '../session/cell.ts'
import { useSession } from '../session/use-session.ts'
import { mayLead } from '../timeline/follow.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { afterClosing } from '../ui/after-closing.ts'
import { IconButton } from '../ui/IconButton.tsx'
import menuStyles from '../ui/Menu.module.css'
import { useBoardUi } from './board-ui.ts'
import styles from './PeopleMenu.module.css'
import { useView } from './use-view.ts'

export interface PeopleListProps {
  readonly triggerRef: RefObject<HTMLElement | null>
  readonly onClose: () => void
  readonly more?: ((close: () => void) => ReactNode) | undefined
}

/** Everybody who is here, one below the other, beside what opened it. */
export function PeopleList({ triggerRef, onClose: close, more }: PeopleListProps) {
  const session = useSession()
  const me = useCell(session.me)
  const others = useCell(session.people.list).filter(({ isMe }) => !isMe)
  const place = useView(more !== undefined)
  return (
    <Popover
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(open) => {
        if (!open) close()
      }}
      placement="bottom end"
      offset={8}
      className={menuStyles.popover ?? ''}
    >
      <Dialog className={styles.list ?? ''} aria-label="People here">
        <div className={styles.row}>
          <Avatar name={me.name} colour={me.colour} decorative />
          <span className={styles.name}>
            <b>{me.name}</b>
            <i>
              {session.sample ? 'nobody else sees this' : `you, ${ROLE_WORDS[me.role].label.toLowerCase()}`}
            </i>
          </span>
        </div>
        {others.map((person) => (
          <PersonRow key={person.key} person={person} onDone={close} />
        ))}
        {others.length === 0 && !session.sample && (
          <p className={styles.alone}>Nobody else is here now. Share the board to bring people in.</p>
        )}
        {others.length > 0 && mayLead(me.role) && (
          <Button
            className={styles.action ?? ''}
            onPress={() => {
              close()
              askEveryone(session, place)
            }}
          >
            <Megaphone />
            {say.askLabel}
          </Button>
        )}
        {more?.(close)}
      </Dialog>
    </Popover>
  )
}

interface PersonRowProps {
  readonly person: Person
  readonly onDone: () => void
}

function PersonRow({ person, onDone }: PersonRowProps) {
  const follows = useBoardUi((ui) => ui.follows)
  const set = useBoardUi((ui) => ui.set)
  const on = follows === person.account
  return (
    <div className={styles.row}>
      <Avatar name={person.name} colour={person.colour} decorative />
      <span className={styles.name}>
        <b>{person.name}</b>
        <i>{ROLE_WORDS[person.role].label.toLowerCase()}</i>
      </span>
      <IconButton
        label={`Take me to where ${person.name} is`}
        onPress={() => {
          afterClosing(() => set({ visit: { account: person.account, at: Date.now() } }))
          onDone()
        }}
      >
        <LocateFixed />
      </IconButton>
      <IconButton
        label={on ? `Stop following ${person.name}` : `Follow ${person.name}`}
        on={on}
        onPress={() => set({ follows: on ? null : person.account })}
      >
        <Eye />
      </IconButton>
    </div>
  )
}
