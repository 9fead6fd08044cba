import type { Day, RecordSource } from '@second-story/record'
import { Link, MessageCircle } from 'lucide-react'
import { classes } from '../../ui/classes.ts'
import { LineDetails } from './LineDetails.tsx'
import { LineWords } from './LineWords.tsx'
import styles from './TimelineRows.module.css'

interface TimelineRowsProps {
  readonly days: readonly Day[]
  readonly sources: readonly RecordSource[]
}

/** What happened: the time, the words, how it is known. Every row looks alike. */
export function TimelineRows({ days, sources }: TimelineRowsProps) {
  return (
    <>
      {days.map((day, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same day can come twice
        <div key={index}>
          {day.title !== null && <h3 className={styles.day}>{day.title}</h3>}
          <ul className={styles.rows}>
            {day.entries.map((entry, at) => (
              <li key={entry.item ?? at} className={styles.row}>
                <time className={classes(styles.when, entry.quoted && styles.quoted)}>{entry.when}</time>
                <div>
                  <LineWords line={entry} />
                  <LineDetails line={entry} quiet />
                </div>
                <span className={styles.known}>
                  {entry.sources.map((number) => {
                    const source = sources[number - 1]
                    return source ? <Known key={number} source={source} /> : null
                  })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

function Known({ source }: { readonly source: RecordSource }) {
  const words = source.title === source.kind ? source.kind : `${source.kind}: ${source.title}`
  if (source.url === null)
    return (
      <a href={`#source-${source.number}`} title={words} aria-label={words}>
        <MessageCircle aria-hidden="true" />
      </a>
    )
  return (
    <a href={source.url} target="_blank" rel="noopener noreferrer nofollow" title={words} aria-label={words}>
      <Link aria-hidden="true" />
    </a>
  )
}
