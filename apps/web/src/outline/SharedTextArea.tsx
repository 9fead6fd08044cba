import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { classes } from '../ui/classes.ts'
import styles from './SharedTextArea.module.css'
import { carry, type Splice, spliceOf, typeInto } from './shared-text.ts'

export interface SharedTextAreaProps {
  readonly label: string
  readonly text: Y.Text
  /** the origin of this person's typing: `session.history.origins.text` */
  readonly origin: unknown
  readonly readOnly?: boolean
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly onTyping?: (typing: boolean) => void
  readonly className?: string
}

/**
 * A field on text that several people write at once. Each keystroke becomes the smallest change there is, and the
 * caret stays beside its letters when others type. While an input method composes, nothing is written.
 */
export function SharedTextArea(props: SharedTextAreaProps) {
  const { label, text, origin, readOnly, placeholder, autoFocus, onTyping, className } = props
  const [value, setValue] = useState(() => text.toString())
  const area = useRef<HTMLTextAreaElement>(null)
  const caret = useRef<readonly [number, number] | null>(null)
  const shown = useRef(value)
  const composing = useRef<Splice[] | null>(null)

  useEffect(() => {
    const heard = (): void => {
      const now = text.toString()
      const splice = spliceOf(shown.current, now)
      if (!splice) return
      if (composing.current) {
        composing.current.push(splice)
        return
      }
      const field = area.current
      if (field && document.activeElement === field) {
        caret.current = [carry(field.selectionStart, splice), carry(field.selectionEnd, splice)]
        // at once: a key pressed before the next render would else seem to take their letters away
        field.value = now
        field.setSelectionRange(...caret.current)
      }
      shown.current = now
      setValue(now)
    }
    heard()
    text.observe(heard)
    return () => text.unobserve(heard)
  }, [text])

  useLayoutEffect(() => {
    const field = area.current
    if (!field) return
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight}px`
    if (caret.current) field.setSelectionRange(...caret.current)
    caret.current = null
  })

  const write = (next: string, at: number): void => {
    const splice = spliceOf(shown.current, next, at)
    const meanwhile = composing.current ?? []
    composing.current = null
    if (splice) {
      const start = meanwhile.reduce((place, one) => carry(place, one), splice.at)
      shown.current = next
      typeInto(text, { ...splice, at: Math.min(start, text.length) }, origin)
    }
    shown.current = text.toString()
    setValue(shown.current)
  }

  const onInput = (event: FormEvent<HTMLTextAreaElement>): void => {
    const field = event.currentTarget
    if (composing.current) setValue(field.value)
    else write(field.value, field.selectionEnd)
  }

  return (
    <textarea
      ref={area}
      aria-label={label}
      className={classes(styles.area, className)}
      value={value}
      rows={1}
      readOnly={readOnly ?? false}
      placeholder={placeholder ?? ''}
      // biome-ignore lint/a11y/noAutofocus: the sheet was opened to write here
      autoFocus={autoFocus ?? false}
      onChange={onInput}
      onCompositionStart={() => {
        composing.current = []
      }}
      onCompositionEnd={(event) => write(event.currentTarget.value, event.currentTarget.selectionEnd)}
      onFocus={() => onTyping?.(true)}
      onBlur={() => onTyping?.(false)}
    />
  )
}
