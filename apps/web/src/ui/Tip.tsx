import type { ComponentProps, ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { Kbd } from './Kbd.tsx'
import styles from './Tip.module.css'

export interface TipProps {
  readonly words: string
  readonly keys?: string
  readonly placement?: ComponentProps<typeof Tooltip>['placement']
  readonly children: ReactElement
}

/** A name that appears over a control after a moment, and at once with the keyboard. */
export function Tip({ words, keys, placement = 'bottom', children }: TipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip placement={placement} offset={7} className={styles.tip ?? ''}>
        {words}
        {keys && <Kbd tone="ink">{keys}</Kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
