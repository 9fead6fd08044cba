import { classes } from './classes.ts'
import styles from './Kbd.module.css'

export interface KbdProps {
  readonly children: string
  readonly tone?: 'well' | 'bare' | 'ink'
}

/** A key to press, as it is written on the keyboard. */
export function Kbd({ children, tone = 'well' }: KbdProps) {
  return <kbd className={classes(styles.kbd, styles[tone])}>{children}</kbd>
}
