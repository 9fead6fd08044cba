import { Link } from 'wouter'
import { Button } from './Button.tsx'
import { Mark } from './Mark.tsx'
import styles from './MessagePage.module.css'

export interface MessagePageProps {
  readonly title: string
  readonly words?: string
  readonly way?: 'sign-in' | 'boards' | 'none'
  readonly again?: () => void
  /** only a moment: appears late, so that it does not flicker */
  readonly quiet?: boolean
}

/** A whole page that says one thing and offers a way on. */
export function MessagePage({ title, words, way = 'none', again, quiet }: MessagePageProps) {
  return (
    <main className={styles.page} data-quiet={quiet ?? false}>
      <Mark size={34} />
      <h1 className={styles.title}>{title}</h1>
      {words && <p className={styles.words}>{words}</p>}
      {(way !== 'none' || again) && (
        <p className={styles.ways}>
          {way === 'sign-in' && (
            <Link
              href={`/sign-in?to=${encodeURIComponent(window.location.pathname)}`}
              className={styles.link}
            >
              Sign in
            </Link>
          )}
          {way === 'boards' && (
            <Link href="/" className={styles.link}>
              Go to your boards
            </Link>
          )}
          {again && way === 'none' && <Button onPress={again}>Try again</Button>}
        </p>
      )}
    </main>
  )
}
