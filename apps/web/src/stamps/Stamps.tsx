import { type ItemId, MARKS, type Mark } from '@second-story/board'
import { MARK_TAGS } from '@second-story/picture'
import { Icon } from '../map/inspector/Icon.tsx'
import { sameList, useBoard, useSession } from '../session/use-session.ts'
import { Chip } from '../ui/Chip.tsx'
import styles from './Stamps.module.css'
import { areStamped, stamp } from './stamp.ts'
import { say } from './words.ts'

export interface StampsProps {
  readonly ids: readonly ItemId[]
  readonly readOnly: boolean
}

/** The stamps of one thing or of several, as chips that are switched on and off. */
export function Stamps({ ids, readOnly }: StampsProps) {
  const session = useSession()
  const on = useBoard((board) => MARKS.filter((mark) => areStamped(board, ids, mark)), sameList<Mark>)
  const shown = readOnly ? on : MARKS
  if (shown.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: chips in a row, no form
    <div role="group" aria-label={say.stamps} className={styles.chips}>
      {shown.map((mark) => (
        <Chip
          key={mark}
          icon={<Icon name={MARK_TAGS[mark].icon} />}
          isOn={on.includes(mark)}
          {...(readOnly ? {} : { onPress: () => stamp(session, ids, mark) })}
        >
          {MARK_TAGS[mark].words}
        </Chip>
      ))}
    </div>
  )
}
