import type { RecordSource } from '@second-story/record'
import styles from './SourceList.module.css'

/** Where things are known from, numbered as they are cited. */
export function SourceList({ sources }: { readonly sources: readonly RecordSource[] }) {
  return (
    <ol className={styles.sources}>
      {sources.map(({ number, kind, title, url }) => (
        <li key={number} id={`source-${number}`} value={number}>
          {url === null ? (
            title
          ) : (
            <a href={url} target="_blank" rel="noopener noreferrer nofollow">
              {title}
            </a>
          )}
          {title !== kind && <span>, {kind}</span>}
        </li>
      ))}
    </ol>
  )
}
