import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { classes } from './classes.ts'
import styles from './Segments.module.css'

export interface Segment<T extends string> {
  readonly id: T
  readonly label: string
  readonly icon?: ReactNode
}

export interface SegmentsProps<T extends string> {
  readonly label: string
  readonly options: readonly Segment<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  /** `raised` on a sheet of its own (the map's switch), `wide` fills its row (the phone) */
  readonly look?: 'well' | 'raised' | 'wide'
  readonly className?: string
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** One of two to five, all in sight. One stop of the Tab key; arrow keys move along, Enter and Space choose. */
export function Segments<T extends string>(props: SegmentsProps<T>) {
  const { label, options, value, onChange, look = 'well', className } = props
  const row = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const all = [...(row.current?.querySelectorAll('button') ?? [])]
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    all[at + step]?.focus()
  }
  return (
    <div
      ref={row}
      role="radiogroup"
      aria-label={label}
      className={classes(styles.segments, styles[look], className)}
    >
      {options.map(({ id, label: words, icon }) => (
        // biome-ignore lint/a11y/useSemanticElements: chosen by Enter, not in passing
        <button
          key={id}
          type="button"
          role="radio"
          aria-checked={id === value}
          data-selected={id === value || undefined}
          tabIndex={id === value ? 0 : -1}
          className={styles.segment ?? ''}
          onClick={() => id !== value && onChange(id)}
          onKeyDown={onKeyDown}
        >
          {icon}
          {words}
        </button>
      ))}
    </div>
  )
}
