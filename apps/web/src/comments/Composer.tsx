import { type FormEvent, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import styles from './Composer.module.css'
import { MentionList } from './MentionList.tsx'
import { complete, type Mentioning, mentionAt, mentionedIn, peopleFor } from './mention.ts'
import { useFaces } from './use-threads.ts'
import { say } from './words.ts'

export interface ComposerProps {
  readonly label: string
  readonly action: string
  readonly initial: string
  readonly autoFocus?: boolean
  /** hears every letter, so that nothing is lost */
  readonly onDraft?: (text: string) => void
  readonly onSend: (text: string, mentions: readonly string[]) => void
  readonly onCancel?: () => void
}

const MOST = 4_000

/** A field for a comment: Enter sends, Shift with Enter makes a line, @ opens the people of this board. */
export function Composer({ label, action, initial, autoFocus, onDraft, onSend, onCancel }: ComposerProps) {
  const faces = useFaces()
  const area = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const [text, setText] = useState(initial)
  const [mentioning, setMentioning] = useState<Mentioning | null>(null)
  const [at, setAt] = useState(0)
  const found = mentioning ? peopleFor(faces, mentioning.typed) : []
  const chosen = found[Math.min(at, found.length - 1)]
  const caret = useRef<number | null>(null)

  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${Math.min(element.scrollHeight + 2, 200)}px`
    if (caret.current === null || text === '') return
    element.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [text])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes
  useLayoutEffect(() => {
    if (!autoFocus) return
    area.current?.focus({ preventScroll: true })
    area.current?.setSelectionRange(text.length, text.length)
  }, [])

  const write = (next: string): void => {
    setText(next)
    onDraft?.(next)
  }
  const look = (): void => {
    const element = area.current
    if (!element) return
    setMentioning(mentionAt(element.value, element.selectionStart))
    setAt(0)
  }
  const take = (id: string): void => {
    const person = faces.find((one) => one.id === id)
    const element = area.current
    if (!person || !element || !mentioning) return
    const done = complete(text, element.selectionStart, mentioning, person)
    caret.current = done.caret
    write(done.text)
    setMentioning(null)
    element.focus()
  }
  const send = (event?: FormEvent): void => {
    event?.preventDefault()
    if (text.trim() === '') return
    onSend(text.trim(), mentionedIn(text, faces))
    write('')
    setMentioning(null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const isOpen = found.length > 0
    const { key } = event
    if (event.nativeEvent.isComposing) return
    if (isOpen && (key === 'ArrowDown' || key === 'ArrowUp'))
      setAt((at + (key === 'ArrowDown' ? 1 : found.length - 1)) % found.length)
    else if (isOpen && chosen && (key === 'Enter' || key === 'Tab')) take(chosen.id)
    else if (isOpen && key === 'Escape') setMentioning(null)
    else if (key === 'Enter' && !event.shiftKey) send()
    else if (key === 'Escape' && onCancel) onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form className={styles.composer} onSubmit={send}>
      <textarea
        ref={area}
        className={styles.field}
        aria-label={label}
        placeholder={label}
        rows={1}
        maxLength={MOST}
        value={text}
        aria-autocomplete="list"
        {...(found.length > 0
          ? { 'aria-controls': list, 'aria-activedescendant': `${list}-${chosen?.id}` }
          : {})}
        onChange={(event) => {
          write(event.target.value)
          look()
        }}
        onKeyUp={(event) => {
          if (event.key.startsWith('Arrow') && found.length === 0) look()
        }}
        onClick={look}
        onBlur={() => setMentioning(null)}
        onKeyDown={onKeyDown}
      />
      {found.length > 0 && chosen && (
        <MentionList id={list} people={found} chosen={chosen.id} onTake={take} />
      )}
      <span className={styles.acts}>
        {onCancel && (
          <Button variant="quiet" size="small" onPress={onCancel}>
            {say.cancel}
          </Button>
        )}
        <Button
          variant="primary"
          size="small"
          type="submit"
          isDisabled={text.trim() === ''}
          className={classes(styles.send)}
        >
          {action}
        </Button>
      </span>
    </form>
  )
}
