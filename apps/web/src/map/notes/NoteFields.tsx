import { type ItemId, NOTE_COLOURS, NOTE_SIZES, type NoteColour, type NoteSize } from '@second-story/board'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useBoard, useSession } from '../../session/use-session.ts'
import { Segments } from '../../ui/Segments.tsx'
import styles from './NoteFields.module.css'
import { dressNotes, notesOf } from './note-look.ts'
import { Swatch } from './Swatch.tsx'
import { say } from './words.ts'

/** The ground and the size of one note or of several. */
export function NoteFields({ ids }: { readonly ids: readonly ItemId[] }) {
  const session = useSession()
  const colour = useBoard((board) => common(notesOf(board, ids).map((note) => note.colour)))
  const size = useBoard((board) => common(notesOf(board, ids).map((note) => note.size)))
  return (
    <div className={styles.fields}>
      <ToggleButtonGroup
        aria-label={say.ground}
        className={styles.grounds ?? ''}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={colour ? [colour] : []}
        onSelectionChange={(keys) => {
          const [chosen] = keys
          if (chosen) dressNotes(session, ids, { colour: chosen as NoteColour })
        }}
      >
        {NOTE_COLOURS.map((one) => (
          <ToggleButton key={one} id={one} aria-label={say[one]} className={styles.ground ?? ''}>
            <Swatch colour={one} />
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Segments
        label={say.size}
        options={NOTE_SIZES.map((one) => ({ id: one, label: say[one] }))}
        value={size ?? ('' as NoteSize)}
        onChange={(chosen) => void dressNotes(session, ids, { size: chosen })}
      />
    </div>
  )
}

/** What all of them are; null where they differ. */
function common<T>(values: readonly T[]): T | null {
  const [first] = values
  return first !== undefined && values.every((one) => one === first) ? first : null
}
