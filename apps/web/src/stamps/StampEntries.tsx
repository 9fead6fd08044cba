import { type ItemId, MARKS } from '@second-story/board'
import { MARK_TAGS } from '@second-story/picture'
import { Check } from 'lucide-react'
import { Icon } from '../map/inspector/Icon.tsx'
import { useBoard, useSession } from '../session/use-session.ts'
import { MenuItem } from '../ui/Menu.tsx'
import { areStamped, stamp } from './stamp.ts'

/** The stamps as entries of a menu; a tick where all of these have it. */
export function StampEntries({ items }: { readonly items: ReadonlySet<ItemId> }) {
  const session = useSession()
  const board = useBoard((all) => all)
  return (
    <>
      {MARKS.map((mark) => (
        <MenuItem
          key={mark}
          label={MARK_TAGS[mark].words}
          icon={areStamped(board, items, mark) ? <Check /> : <Icon name={MARK_TAGS[mark].icon} />}
          onAction={() => stamp(session, items, mark)}
        />
      ))}
    </>
  )
}
