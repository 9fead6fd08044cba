import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components/Checkbox'
import styles from './Tick.module.css'

export interface TickProps {
  /** what a screen reader says, where the words beside it are not enough */
  readonly label?: string
  readonly isOn: boolean
  readonly isHalf?: boolean
  readonly onChange: (on: boolean) => void
  readonly children?: ReactNode
}

/** A box to tick, with words beside it. */
export function Tick({ label, isOn, isHalf = false, onChange, children }: TickProps) {
  return (
    <Checkbox
      className={styles.tick ?? ''}
      isSelected={isOn}
      isIndeterminate={isHalf}
      onChange={onChange}
      {...(label ? { 'aria-label': label } : {})}
    >
      <span className={styles.box} aria-hidden="true">
        {isHalf ? <i /> : isOn && <Check />}
      </span>
      {children}
    </Checkbox>
  )
}
