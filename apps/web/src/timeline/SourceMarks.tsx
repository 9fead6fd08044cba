import type { Source, TimelineEvent } from '@second-story/board'
import { FileText, Link2, MessageCircle } from 'lucide-react'
import styles from './SourceMarks.module.css'
import { sourceWords } from './source-of.ts'

/** How we know: a link mark that leads there, a speech mark for memory. */
export function SourceMarks({ sources }: { readonly sources: TimelineEvent['sources'] }) {
  return (
    <span className={styles.marks}>
      {sources.slice(0, 3).map((source) => (
        <Mark key={source.id} source={source} />
      ))}
    </span>
  )
}

function Mark({ source }: { readonly source: Source }) {
  const words = sourceWords(source)
  const Icon = source.kind === 'memory' ? MessageCircle : source.url ? Link2 : FileText
  if (source.url) {
    return (
      <a
        className={styles.mark}
        href={source.url}
        target="_blank"
        rel="noreferrer noopener"
        title={words}
        aria-label={`Source: ${words}`}
      >
        <Icon aria-hidden="true" />
      </a>
    )
  }
  return (
    <span className={styles.mark} title={words} role="img" aria-label={words}>
      <Icon aria-hidden="true" />
    </span>
  )
}
