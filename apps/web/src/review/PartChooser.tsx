import { PARTS, type Part } from '@second-story/board'
import { PartIcon } from '../outline/ItemIcon.tsx'
import { PART_WORDS } from '../outline/part-words.ts'
import { classes } from '../ui/classes.ts'
import { Kbd } from '../ui/Kbd.tsx'
import styles from './PartChooser.module.css'
import { partOfKey } from './part-keys.ts'

export interface PartChooserProps {
  readonly value: Part
  readonly onChange: (part: Part) => void
  /** Enter on a part, after choosing it */
  readonly onDone?: () => void
  readonly size?: 'small' | 'big'
}

/** The part that a factor played: four of equal weight, on the keys 1 to 4. */
export function PartChooser({ value, onChange, onDone, size = 'small' }: PartChooserProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws its own frame
    <div className={classes(styles.parts, styles[size])} role="group" aria-label="The part it played">
      {PARTS.map((part, index) => (
        <button
          key={part}
          type="button"
          className={styles.part}
          data-part={part}
          aria-pressed={part === value}
          onClick={() => onChange(part)}
          onKeyDown={(event) => {
            const chosen = partOfKey(event.key)
            if (chosen) onChange(chosen)
            else if (event.key === 'Enter' && onDone && part === value) onDone()
            else return
            event.preventDefault()
          }}
        >
          <PartIcon part={part} />
          {PART_WORDS[part]}
          <Kbd tone="bare">{String(index + 1)}</Kbd>
        </button>
      ))}
    </div>
  )
}
