import { KIND_OF_PART, partOf } from '@second-story/board'
import { EyeOff, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { PartChooser } from '../items/PartChooser.tsx'
import { PartIcon } from '../outline/ItemIcon.tsx'
import { SharedTextArea } from '../outline/SharedTextArea.tsx'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import styles from './MyNote.module.css'
import type { Written } from './written.ts'

/** One's own note while nobody else can see it; opens to be changed, kept back or deleted. */
export function MyNote({ note }: { readonly note: Written }) {
  const session = useSession()
  const [open, setOpen] = useState(false)
  const part = note.type === 'factor' ? partOf(note.kind) : null
  const text = open ? session.text(note.id, 'text') : null
  const set = (fields: object): void => {
    session.do([{ do: 'set', id: note.id, fields }])
  }
  return (
    <li className={classes(styles.note, note.keptBack && styles.kept)} data-part={part ?? 'note'}>
      <div className={styles.row}>
        {part && <PartIcon part={part} />}
        {text ? (
          <SharedTextArea
            label="My note"
            text={text}
            origin={session.history.origins.text}
            autoFocus
            className={styles.text ?? ''}
          />
        ) : (
          <button type="button" className={styles.words} aria-expanded={open} onClick={() => setOpen(true)}>
            {note.text || 'without words'}
            {note.keptBack && <small>kept back: stays with you</small>}
          </button>
        )}
      </div>
      {open && (
        <div className={styles.more}>
          {part && <PartChooser value={part} onChange={(next) => set({ kind: KIND_OF_PART[next] })} />}
          <div className={styles.acts}>
            <Button size="small" variant="quiet" onPress={() => set({ keptBack: !note.keptBack })}>
              <EyeOff /> {note.keptBack ? 'Show it with the others' : 'Keep it back'}
            </Button>
            <Button
              size="small"
              variant="quiet"
              onPress={() => session.do([{ do: 'remove', ids: [note.id] }])}
              aria-label="Delete my note"
            >
              <Trash2 /> Delete
            </Button>
            <Button size="small" onPress={() => setOpen(false)}>
              Done
            </Button>
          </div>
        </div>
      )}
    </li>
  )
}
