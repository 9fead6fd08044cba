import type { Group, SectionKey } from '@second-story/record'
import { CircleParking, Sparkle, Sparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import { PartIcon } from '../../outline/ItemIcon.tsx'
import { LineDetails } from './LineDetails.tsx'
import { LineWords } from './LineWords.tsx'
import styles from './PlainList.module.css'

/** A section that is a list: what helped, what made it harder, what surprised us, what we learnt. */
export function PlainList({
  section,
  groups,
}: {
  readonly section: SectionKey
  readonly groups: readonly Group[]
}) {
  return (
    <>
      {groups.map((group, index) => (
        <div key={group.title ?? index} data-section={section} className={styles.list}>
          {group.title !== null && <h3 className={styles.title}>{group.title}</h3>}
          <ul>
            {group.lines.map((line, at) => (
              <li key={line.item ?? at}>
                <span className={styles.icon}>{iconOf(section)}</span>
                <div>
                  <LineWords line={line} />
                  <LineDetails line={line} />
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

function iconOf(section: SectionKey): ReactNode {
  switch (section) {
    case 'helped':
      return <PartIcon part="helped" />
    case 'harder':
      return <PartIcon part="harder" />
    case 'learnt':
      return <Sparkles aria-hidden="true" />
    case 'parked':
      return <CircleParking aria-hidden="true" />
    case 'questions':
      return <PartIcon part="background" />
    default:
      return <Sparkle aria-hidden="true" />
  }
}
