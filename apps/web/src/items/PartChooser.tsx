import { PARTS, type Part } from '@second-story/board'
import { useRef } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { PartIcon } from '../outline/ItemIcon.tsx'
import { PART_WORDS } from '../outline/part-words.ts'
import { classes } from '../ui/classes.ts'
import styles from './PartChooser.module.css'
import { partOfKey } from './part-keys.ts'

export interface PartChooserProps {
  readonly value: Part
  /** only told when another part was chosen */
  readonly onChange: (part: Part) => void
  /** Enter on the part that is chosen already */
  readonly onDone?: () => void
  /** `big` under a thumb */
  readonly size?: 'small' | 'big'
  readonly isDisabled?: boolean
}

/** The part a factor played: four of equal weight, on the keys 1 to 4. */
export function PartChooser({
  value,
  onChange,
  onDone,
  size = 'small',
  isDisabled = false,
}: PartChooserProps) {
  const group = useRef<HTMLDivElement>(null)
  return (
    <ToggleButtonGroup
      ref={group}
      aria-label="The part it played"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      isDisabled={isDisabled}
      onSelectionChange={(keys) => {
        const chosen = PARTS.find((part) => keys.has(part))
        if (chosen && chosen !== value) onChange(chosen)
      }}
      className={classes(styles.parts, styles[size])}
    >
      {PARTS.map((part, index) => (
        <ToggleButton
          key={part}
          id={part}
          className={classes(styles.part, styles[part])}
          onKeyDown={(event) => {
            const chosen = partOfKey(event.key)
            if (chosen) {
              group.current?.querySelectorAll('button')[PARTS.indexOf(chosen)]?.focus()
              if (chosen !== value) onChange(chosen)
            } else if (event.key === 'Enter' && onDone && part === value) onDone()
            else {
              event.continuePropagation()
              return
            }
            event.preventDefault()
          }}
        >
          <PartIcon part={part} />
          {PART_WORDS[part]}
          <span className={styles.key} aria-hidden="true">
            {index + 1}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
