import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Mark } from '../ui/Mark.tsx'
import { StartPicture } from './StartPicture.tsx'
import styles from './Welcome.module.css'

/** The page in two halves: what we are, and a corner of what it becomes. */
export function Welcome({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.page}>
      <div className={styles.left}>
        <Link href="/" className={styles.brand}>
          <Mark size={26} />
          Second Story
        </Link>
        <main className={styles.middle}>{children}</main>
        <p className={styles.foot}>Runs on your own server. Nothing leaves it.</p>
      </div>
      <div className={styles.right}>
        <StartPicture />
      </div>
    </div>
  )
}
