import type { Round } from '@second-story/board'
import { PenLine } from 'lucide-react'
import { useCountdown } from './use-countdown.ts'
import styles from './WritingBar.module.css'

/** Quiet writing put aside to look at the board: one touch leads back. */
export function WritingBar({ round, onOpen }: { readonly round: Round; readonly onOpen: () => void }) {
  const left = useCountdown(round)
  return (
    // the sheet that was just put aside had the focus
    // biome-ignore lint/a11y/noAutofocus: it takes the place of what had it
    <button autoFocus type="button" className={styles.bar} onClick={onOpen}>
      <PenLine aria-hidden="true" />
      Quiet writing
      <b>{left?.text}</b>
      <span className={styles.back}>Go on writing</span>
    </button>
  )
}
