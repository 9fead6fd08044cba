import { PARTS, type Part } from '@second-story/board'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { classes } from '../ui/classes.ts'
import { PartIcon } from './ItemIcon.tsx'
import styles from './PartChooser.module.css'
import { PART_WORDS } from './part-words.ts'

export interface PartChooserProps {
  readonly value: Part
  readonly onChange: (part: Part) => void
  readonly isDisabled?: boolean
}

/** The part a factor played: four, all of the same weight, with their keys. */
export function PartChooser({ value, onChange, isDisabled }: PartChooserProps) {
  return (
    <ToggleButtonGroup
      aria-label="The part it played"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      isDisabled={isDisabled ?? false}
      onSelectionChange={(keys) => {
        const chosen = PARTS.find((part) => keys.has(part))
        if (chosen) onChange(chosen)
      }}
      className={styles.parts ?? ''}
    >
      {PARTS.map((part, index) => (
        <ToggleButton key={part} id={part} className={classes(styles.part, styles[part])}>
          <PartIcon part={part} />
          {PART_WORDS[part]}
          <span className={styles.key}>{index + 1}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
