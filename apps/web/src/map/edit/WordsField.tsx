import type { Drawing } from '@second-story/picture'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { AS_MEASURED } from '../drawing/DrawingSvg.tsx'
import { focusBack, forgetList } from '../list/focus-back.ts'
import styles from './WordsField.module.css'

/** How writing ended: Tab asks for the next beside it, Ctrl or Cmd with Enter for the next below. */
export type Done = 'enter' | 'tab' | 'below' | 'away' | 'escape'

export interface WordsFieldProps {
  readonly drawing: Drawing
  /** canvas units, of the drawing's corner */
  readonly x: number
  readonly y: number
  readonly value: string
  readonly label: string
  readonly placeholder: string
  /** Enter begins a new line only with Shift */
  readonly onInput: (value: string, caret: number) => void
  /** an input method begins or ends to compose: nothing may change the field meanwhile */
  readonly onCompose?: (on: boolean) => void
  readonly onDone: (how: Done) => void
  readonly field?: (element: HTMLTextAreaElement | null) => void
}

/** A field that stands exactly where a drawing's words stand, in the same letters. */
export function WordsField(props: WordsFieldProps) {
  const { drawing, x, y, value, label, placeholder, onInput, onCompose, onDone, field } = props
  const area = useRef<HTMLTextAreaElement | null>(null)
  const ended = useRef(false)
  const words = drawing.words
  const end = (how: Done): void => {
    if (ended.current) return
    ended.current = true
    onDone(how)
    // a refusal leaves the field standing: it can be ended again
    setTimeout(() => {
      ended.current = false
    })
    // the keyboard goes back to where it came from: the list that mirrors the map
    if (how === 'enter' || how === 'escape') focusBack()
    else if (how === 'away') forgetList()
  }
  useEffect(() => {
    const element = area.current
    element?.focus({ preventScroll: true })
    element?.select()
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the value
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    element.style.height = '0'
    element.style.height = `${element.scrollHeight}px`
  }, [value, drawing])
  if (!words) return null
  const { font } = words
  return (
    <textarea
      ref={(element) => {
        area.current = element
        field?.(element)
      }}
      className={styles.words}
      aria-label={label}
      placeholder={placeholder}
      rows={1}
      spellCheck
      value={value}
      onChange={(event) => onInput(event.target.value, event.target.selectionStart)}
      onCompositionStart={() => onCompose?.(true)}
      onCompositionEnd={() => onCompose?.(false)}
      onBlur={() => end('away')}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') {
          event.stopPropagation()
          end('escape')
        } else if (event.key === 'Tab' && !event.shiftKey) {
          event.preventDefault()
          end('tab')
        } else if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault()
          end(event.ctrlKey || event.metaKey ? 'below' : 'enter')
        }
      }}
      style={{
        left: x + words.x,
        top: y + words.y,
        width: Math.max(words.w, 40) + 2,
        font: `${font.italic ? 'italic ' : ''}${font.weight} ${font.size}px/${words.lineHeight}px var(--${font.family})`,
        textAlign: words.align === 'middle' ? 'center' : 'start',
        color: `var(--${words.fill})`,
        ...AS_MEASURED,
      }}
    />
  )
}
