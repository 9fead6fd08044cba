import type { Group } from '@second-story/record'
import { PartIcon } from '../../outline/ItemIcon.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './FactorGroups.module.css'
import { LineDetails } from './LineDetails.tsx'
import { LineWords } from './LineWords.tsx'

/** A picture's content as text: lists under small headings, by part played or by boundary. */
export function FactorGroups({ groups }: { readonly groups: readonly Group[] }) {
  return (
    <div className={styles.groups}>
      {groups.map((group, index) => (
        <div key={group.title ?? index} className={classes(group.part && styles[group.part])}>
          {group.title !== null && (
            <h3 className={styles.title}>
              {group.part && <PartIcon part={group.part} />}
              {group.title}
            </h3>
          )}
          <ul className={classes(group.part && styles.under)}>
            {group.lines.map((line, at) => (
              <li key={line.item ?? at}>
                <LineWords line={line} />
                <LineDetails line={line} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
