import type { CSSProperties } from 'react'
import styles from './Avatar.module.css'
import { classes } from './classes.ts'

export interface AvatarProps {
  readonly name: string
  /** 1 to 6: `--who-n` */
  readonly colour: number
  /** px across */
  readonly size?: number
  /** a picture beside the name says nothing new */
  readonly decorative?: boolean
  readonly className?: string
}

/** A person: the first letter of the name on their colour. */
export function Avatar({ name, colour, size = 26, decorative, className }: AvatarProps) {
  const style = { '--c': `var(--who-${colour})`, '--d': `${size}px` } as CSSProperties
  return (
    <span
      className={classes(styles.face, className)}
      style={style}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
    >
      {initial(name)}
    </span>
  )
}

function initial(name: string): string {
  const [first] = name.trim()
  return (first ?? '?').toLocaleUpperCase()
}
