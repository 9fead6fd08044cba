import type { BoardKind } from '@second-story/board'
import type { BoardCard } from '@second-story/protocol'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog } from '../ui/Dialog.tsx'
import { Segments } from '../ui/Segments.tsx'
import styles from './BorrowBoard.module.css'

const KINDS = [
  { id: 'incident-review', label: 'Incident review' },
  { id: 'chaos-day', label: 'Chaos Day' },
  { id: 'blank', label: 'Blank' },
] as const

export interface BorrowBoardProps {
  readonly boards: readonly BoardCard[]
  readonly onChoose: (kind: BoardKind, from: string) => void
  readonly onClose: () => void
}

/** A new board that begins with the system drawn on another. */
export function BorrowBoard({ boards, onChoose, onClose }: BorrowBoardProps) {
  const [kind, setKind] = useState<(typeof KINDS)[number]['id']>('incident-review')
  const drawn = boards.filter((board) => board.counts.components > 0)
  return (
    <Dialog title="Begin with another board’s system" isOpen onClose={onClose}>
      <p className={styles.lead}>
        Components, boundaries and arrows come along, and where they lie. What was told about them stays where
        it is.
      </p>
      <div className={styles.kind}>
        <span>The new board is</span>
        <Segments label="The new board is" options={KINDS} value={kind} onChange={setKind} />
      </div>
      {drawn.length === 0 && <p className={styles.none}>No board has a system drawn on it yet.</p>}
      <ul className={styles.list}>
        {drawn.map((board) => (
          <li key={board.id}>
            <Button className={styles.board ?? ''} onPress={() => onChoose(kind, board.id)}>
              <span className={styles.title}>{board.title}</span>
              <span className={styles.count}>
                {board.counts.components === 1 ? '1 component' : `${board.counts.components} components`}
              </span>
              <ArrowRight />
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
