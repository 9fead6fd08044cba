import type { TimelineEvent } from '@second-story/board'
import { type KeyboardEvent, useRef, useState } from 'react'
import { sayPart } from '../aloud/say-part.ts'
import { PartChooser } from '../items/PartChooser.tsx'
import { chosen, EMPTY_DRAFT, typed } from '../items/part-keys.ts'
import { writeLayer } from '../review/write-layer.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { OnlyYou } from '../ui/OnlyYou.tsx'
import styles from './AddToEvent.module.css'
import { type Addition, additionCommands } from './add-to-event.ts'

const WORDS: Readonly<Record<Addition, { readonly label: string; readonly ask: string }>> = {
  factor: { label: 'Factor', ask: 'What played a part in this, however small?' },
  question: { label: 'Question', ask: 'What would we like to understand here?' },
  idea: { label: 'Parked idea', ask: 'An idea for later, kept off the timeline' },
}

export interface AddToEventProps {
  readonly event: TimelineEvent
  readonly type: Addition
  readonly onClose: () => void
}

/** One field under an event for a factor, a question or a parked idea; Enter adds it and waits for the next. */
export function AddToEvent({ event, type, onClose }: AddToEventProps) {
  const session = useSession()
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const field = useRef<HTMLTextAreaElement>(null)
  const where = writeLayer(session, type)
  const words = draft.text.trim()

  const add = (): void => {
    if (words === '') return
    const { live } = session
    const made = { type, words, part: draft.part }
    const done = session.do(additionCommands(live.snapshot, event, made, where, session.makeId))
    if (!done.ok) return
    setDraft({ ...EMPTY_DRAFT, part: draft.part })
    if (type === 'factor') field.current?.focus()
    else onClose()
  }
  const onKeyDown = (key: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (key.nativeEvent.isComposing) return
    if (key.key === 'Enter' && !key.shiftKey) {
      key.preventDefault()
      if (words === '') onClose()
      else add()
    } else if (key.key === 'Escape') {
      key.stopPropagation()
      onClose()
    }
  }

  return (
    <div className={styles.add}>
      <div className={styles.head}>
        <span className={styles.ask}>{WORDS[type].ask}</span>
        {where.layer === 'own' && <OnlyYou />}
      </div>
      <textarea
        ref={field}
        className={classes(styles.field, type === 'question' && styles.question)}
        rows={1}
        maxLength={5000}
        value={draft.text}
        aria-label={WORDS[type].label}
        // biome-ignore lint/a11y/noAutofocus: it was opened to write here
        autoFocus
        onChange={({ target: { value } }) => {
          const next = type === 'factor' ? typed(draft, value) : { ...draft, text: value }
          if (next.was && !draft.was) sayPart(next.part)
          setDraft(next)
        }}
        onKeyDown={onKeyDown}
      />
      {type === 'factor' && (
        <PartChooser value={draft.part} onChange={(part) => setDraft(chosen(draft, part))} onDone={add} />
      )}
      <div className={styles.foot}>
        <Button size="small" variant="primary" onPress={add} isDisabled={words === ''}>
          Add
        </Button>
        <Button size="small" variant="quiet" onPress={onClose}>
          Done
        </Button>
      </div>
    </div>
  )
}
