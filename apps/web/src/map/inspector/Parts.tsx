import { type Factor, KIND_OF_PART, PARTS, partOf } from '@second-story/board'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { PartIcon } from '../../outline/ItemIcon.tsx'
import { PART_WORDS } from '../../outline/part-words.ts'
import { useSession } from '../../session/use-session.ts'
import { classes } from '../../ui/classes.ts'
import styles from './Parts.module.css'

/** The part a factor played: four of the same weight, with their keys. */
export function Parts({ factor, readOnly }: { readonly factor: Factor; readonly readOnly: boolean }) {
  const session = useSession()
  const value = partOf(factor.kind)
  return (
    <ToggleButtonGroup
      aria-label="The part it played"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      isDisabled={readOnly}
      onSelectionChange={(keys) => {
        const chosen = PARTS.find((part) => keys.has(part))
        if (chosen && chosen !== value)
          session.do([{ do: 'set', id: factor.id, fields: { kind: KIND_OF_PART[chosen] } }])
      }}
      className={styles.parts ?? ''}
    >
      {PARTS.map((part, index) => (
        <ToggleButton key={part} id={part} className={classes(styles.part, styles[part])}>
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
