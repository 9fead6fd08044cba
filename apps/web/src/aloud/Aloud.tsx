import { useEffect } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useCell } from '../session/cell.ts'
import { useBoard } from '../session/use-session.ts'
import { sayWhen } from '../timeline/format-when.ts'
import styles from './aloud.module.css'
import { announce, announced } from './announce.ts'
import { useOthersSaid } from './use-others.ts'

/**
 * What a screen reader is told in passing, in every view: what others change, the event that people walk to, and what
 * a key has done where nothing that has the focus says so. Mounted once a board.
 */
export function Aloud() {
  const words = useCell(announced)
  useOthersSaid()
  useWalkSaid()
  useEffect(() => () => announced.set(''), [])
  return (
    // not hidden from screen readers while a dialog is open
    <p className={styles.aloud} aria-live="polite" data-live-announcer>
      {words}
    </p>
  )
}

/** The event that this person stands on now, by their own step or along with others. */
function useWalkSaid(): void {
  const walking = useBoardUi((ui) => ui.walking)
  const said = useBoard((board) => {
    const event = walking === null ? undefined : board.items.get(walking)
    return event?.type === 'event' ? `${sayWhen(event.when, board.conduct.zone)}: ${event.text}` : ''
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: told at each step, not while it is reworded
  useEffect(() => {
    if (said !== '') announce(said)
  }, [walking])
}
