import { sameList, useBoard, useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { OnlyYou } from '../ui/OnlyYou.tsx'
import { addLateCommands } from './add-late.ts'
import styles from './LateWords.module.css'
import { late } from './written.ts'

/** Own words that came after everyone's were shown: still private, and their writer decides. */
export function LateWords() {
  const session = useSession()
  const notes = useBoard(late, sameList)
  if (notes.length === 0) return null
  return (
    <section className={styles.late} aria-label="Written after everyone’s were shown">
      <header>
        <p>Written after everyone’s were shown: add to the board?</p>
        <OnlyYou />
      </header>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <span>{note.text}</span>
            <Button
              size="small"
              onPress={() =>
                session.do(addLateCommands(session.live.snapshot, note, session.makeId), 'added a late note')
              }
            >
              Add
            </Button>
            <Button
              size="small"
              variant="quiet"
              onPress={() => session.do([{ do: 'set', id: note.id, fields: { keptBack: true } }])}
            >
              Keep it to myself
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
