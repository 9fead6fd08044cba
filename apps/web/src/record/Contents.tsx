import { classes } from '../ui/classes.ts'
import styles from './Contents.module.css'

export interface ContentsEntry {
  readonly id: string
  readonly title: string
  /** how many things it holds; null where counting says nothing */
  readonly count: number | null
}

export interface ContentsProps {
  readonly entries: readonly ContentsEntry[]
  readonly current: string | null
  readonly onGo: (id: string) => void
}

/** The record's contents, the section being read marked. */
export function Contents({ entries, current, onGo }: ContentsProps) {
  return (
    <nav className={styles.contents} aria-label="Contents">
      <ol>
        {entries.map(({ id, title, count }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className={classes(styles.entry, id === current && styles.on)}
              {...(id === current ? { 'aria-current': 'location' as const } : {})}
              onClick={(event) => {
                event.preventDefault()
                onGo(id)
              }}
            >
              {title}
              {count !== null && count > 0 && <span>{count}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
