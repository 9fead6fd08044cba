import type { Item } from '@second-story/board'
import { useState } from 'react'
import { say } from '../images/words.ts'
import { useSession } from '../session/use-session.ts'
import { nounOf, wordsField } from './item-words.ts'
import areaStyles from './SharedTextArea.module.css'
import { SharedTextArea } from './SharedTextArea.tsx'
import styles from './WordsField.module.css'

const TEACHES: Readonly<Record<string, string>> = {
  factor: 'What played a part, however small?',
  event: 'What happened?',
  question: 'How …? What …?',
  insight: 'What do you know now that you did not before?',
  idea: 'What might be done about it, another day?',
  note: 'A note',
  image: say.whatItShows,
}

/** An item's main words, written in place; text is shared letter by letter, a name is written whole. */
export function WordsField({ item, readOnly }: { readonly item: Item; readonly readOnly: boolean }) {
  const session = useSession()
  const field = wordsField(item)
  const shared = field === 'text' ? session.text(item.id, 'text') : null
  const noun = nounOf(item)
  if (field === null) return <p className={styles.plain}>{'name' in item ? item.name : ''}</p>
  if (shared)
    return (
      <SharedTextArea
        label={`Words of this ${noun}`}
        text={shared}
        origin={session.history.origins.text}
        readOnly={readOnly}
        placeholder={TEACHES[item.type] ?? ''}
        autoFocus={!readOnly && shared.length === 0}
        onTyping={(typing) => {
          if (item.layer === 'common') session.people.show({ typing: typing ? item.id : null })
        }}
      />
    )
  return <NameField key={item.id} item={item} noun={noun} readOnly={readOnly} />
}

function NameField(props: { readonly item: Item; readonly noun: string; readonly readOnly: boolean }) {
  const session = useSession()
  const { item, noun, readOnly } = props
  const name = 'name' in item ? item.name : ''
  const [typed, setTyped] = useState<string | null>(null)
  const keep = (): void => {
    const next = typed?.trim() ?? name
    setTyped(null)
    if (next !== name && next !== '') session.do([{ do: 'set', id: item.id, fields: { name: next } }])
  }
  return (
    <input
      className={areaStyles.area}
      aria-label={item.type === 'image' ? say.whatItShows : `Name of this ${noun}`}
      placeholder={TEACHES[item.type] ?? ''}
      value={typed ?? name}
      maxLength={200}
      readOnly={readOnly}
      enterKeyHint="done"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation()
          setTyped(null)
        }
      }}
    />
  )
}
