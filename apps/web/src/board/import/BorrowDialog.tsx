import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { boardGraph } from '../../api/boards.ts'
import styles from '../../boards/BorrowBoard.module.css'
import { useDrawnBoards } from '../../boards/use-drawn-boards.ts'
import { useSession } from '../../session/use-session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { toast } from '../../ui/toast.ts'
import { addedComponents, componentsWords } from './added-words.ts'
import { graphSystem } from './graph-system.ts'
import { showBrought } from './show-brought.ts'

/** Brings the system drawn on another board onto this one. */
export function BorrowDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const { boards: drawn, error, known } = useDrawnBoards()
  const [busy, setBusy] = useState(false)
  const bring = async (id: string, title: string): Promise<void> => {
    setBusy(true)
    try {
      const commands = graphSystem(await boardGraph(id), session.makeId)
      const count = addedComponents(commands).length
      const applied = session.run(commands, `brought ${componentsWords(count)}`)
      if (applied.ok) {
        onClose()
        showBrought(applied.ids)
        toast(`from “${title}”.`, {
          lead: componentsWords(count),
          key: 'history',
          action: { label: 'Undo', onPress: () => session.undo() },
        })
      }
    } catch (failure) {
      toast((failure as Error).message, { tone: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title="Begin with another board’s system" isOpen onClose={onClose}>
      <p className={styles.lead}>Components, boundaries and arrows come along, and where they lie.</p>
      {error && <p role="alert">{error.message}</p>}
      {known && drawn.length === 0 && (
        <p className={styles.none}>No other board of yours has a system drawn on it yet.</p>
      )}
      <ul className={styles.list}>
        {drawn.map((board) => (
          <li key={board.id}>
            <Button
              className={styles.board ?? ''}
              isDisabled={busy}
              onPress={() => void bring(board.id, board.title)}
            >
              <span className={styles.title}>{board.title}</span>
              <span className={styles.count}>{componentsWords(board.counts.components)}</span>
              <ArrowRight />
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
