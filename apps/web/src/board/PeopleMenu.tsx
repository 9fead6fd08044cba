import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { useCell } from '../session/cell.ts'
import { useSession } from '../session/use-session.ts'
import { AvatarStack } from '../ui/AvatarStack.tsx'
import { useOpener } from '../ui/use-opener.ts'
import styles from './PeopleMenu.module.css'

type Parts = typeof import('./PeopleList.tsx')

let loaded: Parts | null = null
async function load(): Promise<Parts> {
  loaded = await import('./PeopleList.tsx')
  return loaded
}

export interface PeopleMenuProps {
  readonly trigger?: ReactNode
  /** what else stands in it (the phone) */
  readonly more?: (close: () => void) => ReactNode
}

/** Who is here, and a way to go along with one of them. */
export function PeopleMenu({ trigger: face, more }: PeopleMenuProps) {
  const session = useSession()
  const me = useCell(session.me)
  const others = useCell(session.people.list).filter(({ isMe }) => !isMe)
  const faces = [
    { key: 'me', name: me.name, colour: me.colour },
    ...others.map(({ key, name, colour }) => ({ key, name, colour })),
  ]
  const button = (
    <Button className={styles.trigger ?? ''} aria-label={hereWords(faces.length, more !== undefined)}>
      {face ?? <AvatarStack people={faces} />}
    </Button>
  )
  const { trigger, ref, opened, close } = useOpener(button, () => loaded, load, false)
  return (
    <>
      {trigger}
      {opened && <opened.parts.PeopleList triggerRef={ref} onClose={close} more={more} />}
    </>
  )
}

function hereWords(count: number, isMore: boolean): string {
  const words = count === 1 ? 'Only you are here' : `${count} people are here`
  return isMore ? `${words}, and more` : words
}
