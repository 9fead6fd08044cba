import { type Item, type ItemId, PARTS, partOf } from '@second-story/board'
import {
  CornerDownRight,
  Ellipsis,
  Link2,
  LocateFixed,
  MessageSquare,
  Palette,
  Pencil,
  Plus,
  Spline,
  Stamp,
  Trash2,
} from 'lucide-react'
import { useView } from '../../board/use-view.ts'
import { commentOn } from '../../comments/start.ts'
import { say as talkWords } from '../../comments/words.ts'
import { goThere } from '../../go/go-there.ts'
import { copyLinkTo } from '../../go/link-to.ts'
import { say } from '../../go/words.ts'
import { isConnectable } from '../../items/connect-choices.ts'
import { NoteEntries } from '../../map/notes/NoteEntries.tsx'
import { say as noteWords } from '../../map/notes/words.ts'
import { useSession } from '../../session/use-session.ts'
import { StampEntries } from '../../stamps/StampEntries.tsx'
import { say as stampWords } from '../../stamps/words.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine, MenuMore, MenuSection } from '../../ui/Menu.tsx'
import { usePhone } from '../../ui/use-phone.ts'
import { PartIcon } from '../ItemIcon.tsx'
import { nameOf } from '../item-words.ts'
import { PART_WORDS } from '../part-words.ts'
import { placesFor } from '../text/move.ts'
import type { Spot } from '../text/outline.ts'
import { moveTo, playPart, removeLine } from './acts.ts'
import { beginLine, editLine, useOutlineHand } from './hand.ts'
import styles from './Lines.module.css'

/** A menu holds no more places than one reads; further ones are reached by Alt and arrows. */
const MOST_PLACES = 12

/** Everything that can be done with the chosen line, for hands that do not know its keys. */
export function LineMenu({ item, spot }: { readonly item: Item; readonly spot: Spot | null }) {
  const session = useSession()
  const place = useView(usePhone())
  // once the menu has given the focus back
  const after = (work: () => void) => () => void setTimeout(work, 40)
  return (
    <span className={styles.menu}>
      <Menu
        label={`What can be done with ${nameOf(item)}`}
        trigger={
          <IconButton label={`More about ${nameOf(item)}`} size="small" silent>
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuItem label="Write" icon={<Pencil />} keys="Enter" onAction={after(() => editLine(item.id))} />
        {item.type === 'bookmark' && (
          <MenuItem
            label={say.goThere}
            icon={<LocateFixed />}
            onAction={after(() => goThere(session, place, item.id))}
          />
        )}
        {spot && (
          <MenuItem
            label="The next below"
            icon={<Plus />}
            keys="⇧ Enter"
            onAction={after(() => beginLine(spot, item.id))}
          />
        )}
        {isConnectable(item) && (
          <MenuItem
            label="Connect to …"
            icon={<Spline />}
            keys="A"
            onAction={after(() => useOutlineHand.setState({ connecting: item.id }))}
          />
        )}
        {item.layer === 'common' && (
          <MenuItem
            label={talkWords.comment}
            icon={<MessageSquare />}
            keys="⇧ C"
            onAction={after(() => void commentOn(session, item.id))}
          />
        )}
        {partsOf(item, (part) => after(() => playPart(session, item, part)))}
        {placesOf(item, session.live.snapshot, (to) => after(() => moveTo(session, item, to)))}
        <MenuMore label={stampWords.stamp} icon={<Stamp />}>
          <StampEntries items={new Set([item.id])} />
        </MenuMore>
        {item.type === 'note' && (
          <MenuMore label={noteWords.look} icon={<Palette />}>
            <NoteEntries items={new Set([item.id])} />
          </MenuMore>
        )}
        {session.sample === null && (
          <MenuItem
            label={say.copyLink}
            icon={<Link2 />}
            onAction={() => void copyLinkTo(session, item.id, 'list')}
          />
        )}
        <MenuLine />
        <MenuItem
          label="Delete"
          icon={<Trash2 />}
          keys="Del"
          onAction={after(() => removeLine(session, item))}
        />
      </Menu>
    </span>
  )
}

function partsOf(item: Item, play: (part: (typeof PARTS)[number]) => () => void) {
  if (item.type !== 'factor') return null
  return (
    <MenuSection label="The part it played">
      {PARTS.map((part, at) => (
        <MenuItem
          key={part}
          label={PART_WORDS[part]}
          icon={<PartIcon part={part} />}
          keys={String(at + 1)}
          isDisabled={partOf(item.kind) === part}
          onAction={play(part)}
        />
      ))}
    </MenuSection>
  )
}

function placesOf(item: Item, board: Parameters<typeof placesFor>[0], go: (to: ItemId | null) => () => void) {
  const places = placesFor(board, item).slice(0, MOST_PLACES)
  if (places.length === 0) return null
  return (
    <MenuSection label="Move to">
      {places.map((to) => {
        const holder = to === null ? undefined : board.items.get(to)
        return (
          <MenuItem
            key={to ?? 'none'}
            label={holder ? nameOf(holder) : 'Outside any boundary'}
            icon={<CornerDownRight />}
            onAction={go(to)}
          />
        )
      })}
    </MenuSection>
  )
}
