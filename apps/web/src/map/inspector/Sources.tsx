import type { Factor, TimelineEvent } from '@second-story/board'
import { Link, MessageCircle, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useSession } from '../../session/use-session.ts'
import { MEMORY, sourceOf, sourceWords } from '../../timeline/source-of.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './Inspector.module.css'
import { Section } from './Section.tsx'

/** Where it is known from: links, documents, or memory, which is a source like any other. */
export function Sources({
  item,
  readOnly,
}: {
  readonly item: Factor | TimelineEvent
  readonly readOnly: boolean
}) {
  const session = useSession()
  const [typed, setTyped] = useState<string | null>(null)
  const put = (entry: string, value: object | null): boolean =>
    session.do([{ do: 'put', id: item.id, field: 'sources', entry, value }]).ok
  const add = (): void => {
    const source = sourceOf(typed ?? '')
    if (!source) setTyped(null)
    else if (put(session.makeId(), source)) setTyped('')
  }
  if (readOnly && item.sources.length === 0) return null
  const remembered = item.sources.some(({ kind }) => kind === 'memory')
  return (
    <Section title="Source">
      <ul className={styles.links}>
        {item.sources.map((source) => (
          <li key={source.id}>
            <span className={styles.link}>
              <span className={styles.linkIcon}>
                {source.kind === 'memory' ? (
                  <MessageCircle aria-hidden="true" />
                ) : (
                  <Link aria-hidden="true" />
                )}
              </span>
              <span>
                {source.url ? (
                  <a href={source.url} target="_blank" rel="noreferrer noopener">
                    {sourceWords(source)}
                  </a>
                ) : (
                  <b>{sourceWords(source)}</b>
                )}
                {source.excerpt && <i>{source.excerpt}</i>}
              </span>
            </span>
            {!readOnly && (
              <IconButton
                label={`Take away ${sourceWords(source)}`}
                size="small"
                silent
                className={styles.part ?? ''}
                onPress={() => put(source.id, null)}
              >
                <X />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && typed === null && (
        <span className={styles.moreRow}>
          <Button className={styles.more ?? ''} onPress={() => setTyped('')}>
            <Plus aria-hidden="true" />
            source
          </Button>
          {!remembered && (
            <Button className={styles.more ?? ''} onPress={() => put(session.makeId(), MEMORY)}>
              <MessageCircle aria-hidden="true" />
              from memory
            </Button>
          )}
        </span>
      )}
      {typed !== null && (
        <input
          className={styles.line}
          aria-label="Source"
          placeholder="Paste a link, or say where it is from"
          // biome-ignore lint/a11y/noAutofocus: it was opened to paste here
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => {
            add()
            setTyped(null)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add()
            if (event.key === 'Escape') {
              setTyped(null)
              event.stopPropagation()
            }
          }}
        />
      )}
    </Section>
  )
}
