import { Avatar } from '../ui/Avatar.tsx'
import styles from './Composer.module.css'
import type { Named } from './mention.ts'
import type { Face } from './use-threads.ts'
import { say } from './words.ts'

interface MentionListProps {
  readonly id: string
  readonly people: readonly (Named | Face)[]
  readonly chosen: string
  readonly onTake: (id: string) => void
}

/** Who can be meant by what was typed; the field keeps the focus and says which of them is chosen. */
export function MentionList({ id, people, chosen, onTake }: MentionListProps) {
  return (
    <div className={styles.people} id={id} role="listbox" aria-label={say.people}>
      {people.map((one) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
        <div
          key={one.id}
          id={`${id}-${one.id}`}
          role="option"
          aria-selected={one.id === chosen}
          className={styles.person}
          // the field shall not lose the focus
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(one.id)}
        >
          <Avatar name={one.name} colour={'colour' in one ? one.colour : 1} size={20} decorative />
          {one.name}
        </div>
      ))}
    </div>
  )
}
