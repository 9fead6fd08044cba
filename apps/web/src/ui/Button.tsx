import type { Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import styles from './Button.module.css'
import { classes } from './classes.ts'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** `primary` ink, one a place · `outline` · `quiet` words only · `link` in the colour of the hand · `danger` stops or deletes */
  readonly variant?: 'primary' | 'outline' | 'quiet' | 'link' | 'danger'
  /** `big` is a hand's width: phone and first run */
  readonly size?: 'small' | 'normal' | 'big'
  readonly wide?: boolean
  readonly className?: string
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({ variant = 'outline', size = 'normal', wide, className, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classes(styles.button, styles[variant], styles[size], wide && styles.wide, className)}
    />
  )
}
