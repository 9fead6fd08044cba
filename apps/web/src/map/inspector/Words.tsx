import type { Item } from '@second-story/board'
import { useState } from 'react'
import { nounOf, wordsField, wordsOf } from '../../outline/item-words.ts'
import { SharedTextArea } from '../../outline/SharedTextArea.tsx'
import { useSession } from '../../session/use-session.ts'
import styles from './Inspector.module.css'
import { Section } from './Section.tsx'

interface WordsProps {
  readonly item: Item
  readonly readOnly: boolean
}

/** The main words, large: text that people write together, or a label kept when the field is left. */
export function MainWords({ item, readOnly }: WordsProps) {
  const session = useSession()
  const [typed, setTyped] = useState<string | null>(null)
  const field = wordsField(item)
  if (!field) return <p className={styles.words}>{wordsOf(item)}</p>
  const label = `Words of this ${nounOf(item)}`
  const shared = field === 'text' ? session.text(item.id, 'text') : null
  const tone =
    item.type === 'component' || item.type === 'boundary' || item.type === 'frame' || item.type === 'flow'
      ? styles.plain
      : ''
  if (shared) {
    return (
      <div className={styles.words}>
        <SharedTextArea
          label={label}
          text={shared}
          origin={session.history.origins.text}
          readOnly={readOnly}
          placeholder="No words yet"
        />
      </div>
    )
  }
  const keep = (): void => {
    const words = typed?.trim()
    setTyped(null)
    if (words !== undefined && words !== wordsOf(item))
      session.do([{ do: 'set', id: item.id, fields: { [field]: words } }])
  }
  return (
    <input
      className={`${styles.name} ${tone}`}
      aria-label={label}
      placeholder="No name yet"
      readOnly={readOnly}
      maxLength={200}
      value={typed ?? wordsOf(item)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') {
          setTyped(null)
          event.stopPropagation()
        }
      }}
    />
  )
}

/** Longer words about it, written together. */
export function Notes({ item, readOnly }: WordsProps) {
  const session = useSession()
  if (!('notes' in item) || (readOnly && item.notes === '')) return null
  const shared = session.text(item.id, 'notes')
  if (!shared) return null
  return (
    <Section title="Notes">
      <div className={styles.notes}>
        <SharedTextArea
          label="Notes"
          text={shared}
          origin={session.history.origins.text}
          readOnly={readOnly}
          placeholder="Anything else worth knowing"
        />
      </div>
    </Section>
  )
}
