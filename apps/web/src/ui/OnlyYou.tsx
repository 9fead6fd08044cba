import { Eye } from 'lucide-react'
import styles from './OnlyYou.module.css'

/** On everything that nobody else can see. */
export function OnlyYou() {
  return (
    <span className={styles.tag}>
      <Eye aria-hidden="true" />
      only you
    </span>
  )
}
