import type { ReactNode } from 'react'
import { Button, type ButtonProps } from 'react-aria-components/Button'
import { classes } from './classes.ts'
import styles from './IconButton.module.css'
import { Tip } from './Tip.tsx'

export interface IconButtonProps
  extends Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** what it does: its name for a screen reader and the words of its tooltip */
  readonly label: string
  /** shown in the tooltip */
  readonly keys?: string
  readonly size?: 'small' | 'normal' | 'big'
  readonly on?: boolean
  /** no tooltip: the words stand beside it already */
  readonly silent?: boolean
  readonly className?: string
  readonly children: ReactNode
}

export function IconButton({
  label,
  keys,
  size = 'normal',
  on,
  silent,
  className,
  children,
  ...rest
}: IconButtonProps) {
  const button = (
    <Button
      {...rest}
      aria-label={label}
      {...(on === undefined ? {} : { 'aria-pressed': on })}
      className={classes(styles.button, styles[size], on && styles.on, className)}
    >
      {children}
    </Button>
  )
  if (silent) return button
  return (
    <Tip words={label} {...(keys ? { keys } : {})}>
      {button}
    </Tip>
  )
}
