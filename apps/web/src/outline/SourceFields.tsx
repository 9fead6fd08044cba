import type { Factor, TimelineEvent } from '@second-story/board'
import { Link, MessageCircle, X } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../session/use-session.ts'
import { MEMORY, sourceOf, sourceWords } from '../timeline/source-of.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './ItemFields.module.css'

interface SourceFieldsProps {
  readonly item: Factor | TimelineEvent
  readonly readOnly: boolean
}

/** Where something is known from: a link, a document, or memory, which is a source like any other. */
export function SourceFields({ item, readOnly }: SourceFieldsProps) {
  const session = useSession()
  const [typed, setTyped] = useState('')
  const put = (entry: string, value: object | null): boolean =>
    session.do([{ do: 'put', id: item.id, field: 'sources', entry, value }]).ok
  const keep = (): void => {
    const source = sourceOf(typed)
    if (source && put(session.makeId(), source)) setTyped('')
  }
  const remembered = item.sources.some(({ kind }) => kind === 'memory')
  return (
    <>
      {item.sources.length > 0 && (
        <ul className={styles.sources} aria-label="How we know">
          {item.sources.map((source) => (
            <li key={source.id}>
              {source.url ? <Link aria-hidden="true" /> : <MessageCircle aria-hidden="true" />}
              {source.url ? (
                <a href={source.url} target="_blank" rel="noreferrer noopener">
                  {sourceWords(source)}
                </a>
              ) : (
                <span>{sourceWords(source)}</span>
              )}
              {!readOnly && (
                <IconButton
                  label={`Take away ${sourceWords(source)}`}
                  silent
                  onPress={() => put(source.id, null)}
                >
                  <X />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <div className={styles.source}>
          <TextField
            label="How we know"
            quietLabel
            value={typed}
            placeholder="a link, or a name"
            onChange={setTyped}
            onBlur={keep}
            onKeyDown={(event) => {
              if (event.key === 'Enter') keep()
            }}
          />
          {!remembered && (
            <Button variant="quiet" onPress={() => put(session.makeId(), MEMORY)}>
              <MessageCircle aria-hidden="true" />
              From memory
            </Button>
          )}
        </div>
      )}
    </>
  )
}
