import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import styles from './LineField.module.css'
import { forgetLine } from './line-focus.ts'

export interface LineFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly maxLength: number
  /** what is understood so far, or who else writes here */
  readonly hint: ReactNode
  readonly onChange: (value: string) => void
  readonly onEnter: () => void
  readonly onEscape: () => void
  /** the field lost the focus, by itself or by leaving */
  readonly onAway: () => void
  /** true where Tab changes the level */
  readonly onTab?: (way: 'in' | 'out') => boolean
  /** in a field with nothing in it */
  readonly onBackspace?: () => void
}

/** The field in which a line is written. Enter keeps it, Escape leaves it, Shift-Enter begins a new row in it. */
export function LineField(props: LineFieldProps) {
  const { label, value, placeholder, maxLength, hint, onChange, onAway } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const says = useId()
  useEffect(() => {
    const field = area.current
    forgetLine()
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
    field?.scrollIntoView({ block: 'nearest' })
  }, [])
  useGrowing(area, value)
  return (
    <span className={styles.field}>
      <textarea
        ref={area}
        rows={1}
        className={styles.area}
        aria-label={label}
        aria-describedby={says}
        placeholder={placeholder ?? ''}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        enterKeyHint="next"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => onLineKey(event, props)}
        onBlur={(event) => {
          // another window has the keyboard for a while
          if (document.activeElement !== event.currentTarget) onAway()
        }}
      />
      <span id={says} className={styles.hint} aria-live="polite">
        {hint}
      </span>
    </span>
  )
}

type Hands = Pick<LineFieldProps, 'value' | 'onEnter' | 'onEscape' | 'onTab' | 'onBackspace'>

/** What keys do in the field of a line. */
export function onLineKey(
  event: KeyboardEvent,
  { value, onEnter, onEscape, onTab, onBackspace }: Hands,
): void {
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Enter' && !event.shiftKey) onEnter()
  else if (event.key === 'Escape') onEscape()
  else if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && onTab?.(event.shiftKey ? 'out' : 'in')) {
    // the level has changed
  } else if (event.key === 'Backspace' && value === '' && onBackspace) onBackspace()
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** As high as its words. */
export function useGrowing(area: { readonly current: HTMLTextAreaElement | null }, value: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the value
  useLayoutEffect(() => {
    const field = area.current
    if (!field) return
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight}px`
  }, [value])
}
