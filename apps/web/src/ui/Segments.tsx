import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
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

/** One of two to five, all in sight. */
export function Segments<T extends string>(props: SegmentsProps<T>) {
  const { label, options, value, onChange, look = 'well', className } = props
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id))
        if (chosen) onChange(chosen.id)
      }}
      className={classes(styles.segments, styles[look], className)}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className={styles.segment ?? ''}>
          {option.icon}
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
