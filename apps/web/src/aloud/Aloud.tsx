import { useEffect } from 'react'
import { useCell } from '../session/cell.ts'
import styles from './aloud.module.css'
import { announced } from './announce.ts'

/**
 * What a screen reader is told in passing, in every view: what others change, the event that people walk to, and what
 * a key has done where nothing that has the focus says so. Mounted once a board.
 */
export function Aloud() {
  const words = useCell(announced)
  useEffect(() => () => announced.set(''), [])
  return (
    // not hidden from screen readers while a dialog is open
    <p className={styles.aloud} aria-live="polite" data-live-announcer>
      {words}
    </p>
  )
}
