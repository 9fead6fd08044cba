import type { Line } from '@second-story/record'
import { Runs } from '../prose/ProseBlocks.tsx'
import styles from './Line.module.css'

/** What is said more quietly behind and below a line: connections, stamps, notes, passages quoted, sources. */
export function LineDetails({ line, quiet }: { readonly line: Line; readonly quiet?: boolean }) {
  const notes = line.notes === '' ? [] : line.notes.split(/\n\s*\n/)
  return (
    <>
      {line.details.map((detail, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: details have no identity but their place
        <span key={index} className={styles.detail}>
          {index === 0 ? ' ' : '; '}
          <Runs runs={detail} />
        </span>
      ))}
      {line.stamps.map((stamp) => (
        <span key={stamp} className={styles.stamp}>
          {stamp}
        </span>
      ))}
      {!quiet && line.sources.length > 0 && (
        <span className={styles.refs}>
          {line.sources.map((number) => (
            <a key={number} href={`#source-${number}`} aria-label={`Source ${number}`}>
              {number}
            </a>
          ))}
        </span>
      )}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {line.excerpts.map((words) => (
        <blockquote key={words} className={styles.excerpt}>
          “{words}”
        </blockquote>
      ))}
    </>
  )
}
