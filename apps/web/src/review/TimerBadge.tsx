import { PenLine, Timer as TimerIcon } from 'lucide-react'
import { useConduct } from '../session/use-session.ts'
import { classes } from '../ui/classes.ts'
import styles from './TimerBadge.module.css'
import { useCountdown } from './use-countdown.ts'
import { writingRound } from './write-layer.ts'

/** What is left of the time, small, for everybody; nothing while no time runs. */
export function TimerBadge() {
  const { timer, rounds } = useConduct()
  const round = writingRound(rounds)
  const left = useCountdown(round ?? timer)
  if (!left) return null
  const words = round ? 'Quiet writing' : (timer?.words ?? '')
  const Icon = round ? PenLine : TimerIcon
  return (
    <span className={classes(styles.badge, left.isOver && styles.over)} role="timer" title={words}>
      <Icon aria-hidden="true" />
      <b>{left.text}</b>
      {words && <span className={styles.words}>{words}</span>}
    </span>
  )
}
