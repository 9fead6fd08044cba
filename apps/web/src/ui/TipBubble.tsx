import type { RefObject } from 'react'
import { Tooltip, type TooltipProps, TooltipTrigger } from 'react-aria-components/Tooltip'
import { Kbd } from './Kbd.tsx'
import styles from './Tip.module.css'

export interface TipBubbleProps {
  readonly id: string
  readonly words: string
  readonly keys?: string | undefined
  readonly placement: NonNullable<TooltipProps['placement']>
  readonly target: RefObject<Element | null>
}

/** The name of a control, beside it. */
export function TipBubble({ id, words, keys, placement, target }: TipBubbleProps) {
  return (
    <TooltipTrigger isOpen>
      <Tooltip triggerRef={target} placement={placement} offset={7} className={styles.tip ?? ''}>
        <span id={id} className={styles.words}>
          {words}
          {keys && <Kbd tone="ink">{keys}</Kbd>}
        </span>
      </Tooltip>
    </TooltipTrigger>
  )
}
