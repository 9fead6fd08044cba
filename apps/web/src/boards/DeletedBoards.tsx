import type { Board } from '@second-story/protocol'
import { Button } from '../ui/Button.tsx'
import { editedWords } from './card-words.ts'
import styles from './DeletedBoards.module.css'

export interface DeletedBoardsProps {
  readonly boards: readonly Board[]
  readonly restore: (id: string) => Promise<void>
}

/** What was deleted in the last 30 days, and a way back. */
export function DeletedBoards({ boards, restore }: DeletedBoardsProps) {
  return (
    <details className={styles.deleted}>
      <summary>
        Deleted <span>{boards.length}</span>
      </summary>
      <ul>
        {boards.map((board) => (
          <li key={board.id}>
            <span className={styles.title}>{board.title}</span>
            <span className={styles.when}>
              {editedWords(board.deletedAt ?? Date.now(), Date.now()).replace('edited', 'deleted')}
            </span>
            <Button size="small" onPress={() => void restore(board.id)}>
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
