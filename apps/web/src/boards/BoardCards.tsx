import type { BoardCard } from '@second-story/protocol'
import { Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import styles from './BoardCards.module.css'
import { Card } from './Card.tsx'
import type { BoardActions } from './use-boards.ts'

export interface BoardCardsProps {
  readonly boards: readonly BoardCard[]
  readonly actions: BoardActions
  /** what was looked for, or null */
  readonly found: string | null
  readonly onBorrow: () => void
}

export function BoardCards({ boards, actions, found, onBorrow }: BoardCardsProps) {
  return (
    <>
      {found !== null && boards.length === 0 && <p className={styles.none}>No board is called “{found}”.</p>}
      {found === null && boards.length === 0 && (
        <p className={styles.none}>
          Nothing here yet. A board takes a click: a review of what happened, a sketch before a Chaos Day, or
          an empty page.
        </p>
      )}
      <ul className={styles.grid}>
        {boards.map((board) => (
          <Card key={board.id} board={board} actions={actions} />
        ))}
        {found === null && boards.length > 0 && (
          <li>
            <Button className={styles.borrow ?? ''} onPress={onBorrow}>
              <Plus />
              <b>Begin with another board’s system</b>
              <span>What you sketched is what the review draws on</span>
            </Button>
          </li>
        )}
      </ul>
    </>
  )
}
