import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import styles from './Chip.module.css'
import { classes } from './classes.ts'

export interface ChipProps {
  readonly children: ReactNode
  readonly icon?: ReactNode
  /** a chip that can be switched on */
  readonly isOn?: boolean
  readonly look?: 'plain' | 'add'
  readonly onPress?: () => void
  /** shows a small cross; `removeLabel` names it */
  readonly onRemove?: () => void
  readonly removeLabel?: string
}

export function Chip({ children, icon, isOn, look = 'plain', onPress, onRemove, removeLabel }: ChipProps) {
  const look_ = classes(styles.chip, look === 'add' && styles.add, isOn && styles.on)
  const body = (
    <>
      {icon}
      {children}
    </>
  )
  if (!onPress && !onRemove) return <span className={look_}>{body}</span>
  if (!onRemove) {
    return (
      <Button
        className={look_}
        {...(onPress ? { onPress } : {})}
        {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      >
        {body}
      </Button>
    )
  }
  return (
    <span className={classes(look_, styles.removable)}>
      {onPress ? (
        <Button className={styles.inner ?? ''} onPress={onPress}>
          {body}
        </Button>
      ) : (
        body
      )}
      <Button className={styles.remove ?? ''} aria-label={removeLabel ?? 'Remove'} onPress={onRemove}>
        <X />
      </Button>
    </span>
  )
}
