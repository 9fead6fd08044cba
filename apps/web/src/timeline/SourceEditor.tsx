import type { TimelineEvent } from '@second-story/board'
import { MessageCircle } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import styles from './SourceEditor.module.css'
import { MEMORY, sourceOf, sourceWords } from './source-of.ts'

/** Where an event is known from: what there is, a field for a link, and memory, which is a source like any other. */
export function SourceEditor({
  event,
  onClose,
}: {
  readonly event: TimelineEvent
  readonly onClose: () => void
}) {
  const session = useSession()
  const [text, setText] = useState('')
  const put = (entry: string, value: object | null): boolean =>
    session.do([{ do: 'put', id: event.id, field: 'sources', entry, value }]).ok
  const add = (): void => {
    const source = sourceOf(text)
    if (!source) onClose()
    else if (put(session.makeId(), source)) setText('')
  }
  const onKeyDown = (key: KeyboardEvent<HTMLInputElement>): void => {
    if (key.key === 'Enter') add()
    else if (key.key === 'Escape') onClose()
    else return
    key.preventDefault()
    key.stopPropagation()
  }
  const remembered = event.sources.some(({ kind }) => kind === 'memory')
  return (
    <div className={styles.sources}>
      {event.sources.map((source) => (
        <Chip
          key={source.id}
          onRemove={() => put(source.id, null)}
          removeLabel={`Take away ${sourceWords(source)}`}
        >
          <span className={styles.words}>{sourceWords(source)}</span>
        </Chip>
      ))}
      <input
        className={styles.input}
        value={text}
        placeholder="Paste a link to a message, log or graph"
        aria-label="Source"
        // biome-ignore lint/a11y/noAutofocus: it was opened to paste here
        autoFocus
        onChange={(change) => setText(change.target.value)}
        onKeyDown={onKeyDown}
      />
      {!remembered && (
        <Button size="small" variant="quiet" onPress={() => put(session.makeId(), MEMORY)}>
          <MessageCircle aria-hidden="true" /> From memory
        </Button>
      )}
      <Button size="small" variant="quiet" onPress={onClose}>
        Done
      </Button>
    </div>
  )
}
