import type { Item } from '@second-story/board'
import { useSession } from '../session/use-session.ts'
import styles from './ItemFields.module.css'
import { SharedTextArea } from './SharedTextArea.tsx'

/** Longer words about an item, written together. */
export function NotesField({ item, readOnly }: { readonly item: Item; readonly readOnly: boolean }) {
  const session = useSession()
  if (!('notes' in item) || (readOnly && item.notes === '')) return null
  const shared = session.text(item.id, 'notes')
  if (!shared) return null
  return (
    <SharedTextArea
      label="Notes"
      text={shared}
      origin={session.history.origins.text}
      readOnly={readOnly}
      placeholder="Notes: anything else worth knowing"
      className={styles.notes ?? ''}
    />
  )
}
