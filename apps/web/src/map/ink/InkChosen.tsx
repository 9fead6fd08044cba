import { Copy, Trash2 } from 'lucide-react'
import { useBoardUi } from '../../board/board-ui.ts'
import { useBoard, useSession } from '../../session/use-session.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { OnlyYou } from '../../ui/OnlyYou.tsx'
import { duplicateSelected } from '../actions/duplicate.ts'
import { removeSelected } from '../actions/remove.ts'
import styles from './InkChosen.module.css'
import { say } from './words.ts'

/** What can be done with lines that are selected, where nothing else is. */
export function InkChosen() {
  const session = useSession()
  const chosen = useBoardUi((ui) => ui.strokes)
  const isAlone = useBoardUi((ui) => ui.items.size + ui.relations.size === 0 && !ui.busy)
  const strokes = useBoard((board) => board.strokes)
  const there = [...chosen].flatMap((id) => strokes.get(id) ?? [])
  if (there.length === 0 || !isAlone || !session.mayWrite()) return null
  return (
    <div className={styles.bar} role="toolbar" aria-label={say.chosen} data-over-map>
      <span className={styles.words}>{say.lines(there.length)}</span>
      {there.some(({ layer }) => layer === 'own') && <OnlyYou />}
      <IconButton label={say.duplicate} keys="Ctrl D" onPress={() => void duplicateSelected(session)}>
        <Copy />
      </IconButton>
      <IconButton label={say.erase} keys="Delete" onPress={() => void removeSelected(session)}>
        <Trash2 />
      </IconButton>
    </div>
  )
}
