import { type ItemId, NOTE_COLOURS, NOTE_SIZES } from '@second-story/board'
import { useSession } from '../../session/use-session.ts'
import { MenuItem, MenuSection } from '../../ui/Menu.tsx'
import { dressNotes } from './note-look.ts'
import { Swatch } from './Swatch.tsx'
import { say } from './words.ts'

/** Grounds and sizes of notes as entries of a menu. */
export function NoteEntries({ items }: { readonly items: ReadonlySet<ItemId> }) {
  const session = useSession()
  return (
    <>
      <MenuSection label={say.ground}>
        {NOTE_COLOURS.map((colour, at) => (
          <MenuItem
            key={colour}
            label={say[colour]}
            keys={String(at + 1)}
            icon={<Swatch colour={colour} />}
            onAction={() => void dressNotes(session, items, { colour })}
          />
        ))}
      </MenuSection>
      <MenuSection label={say.size}>
        {NOTE_SIZES.map((size) => (
          <MenuItem key={size} label={say[size]} onAction={() => void dressNotes(session, items, { size })} />
        ))}
      </MenuSection>
    </>
  )
}
