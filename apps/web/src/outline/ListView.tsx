import { useMemo } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { GroupList } from './GroupList.tsx'
import { groupBoard } from './group-board.ts'
import styles from './ListView.module.css'
import { sayWhen } from './say-when.ts'

/** The whole board as text: what a phone shows first, and what a screen reader can walk from top to bottom. */
export function ListView() {
  const session = useSession()
  const board = useBoard((now) => now)
  const groups = useMemo(() => groupBoard(board, sayWhen(board)), [board])
  const set = useBoardUi((ui) => ui.set)
  return (
    <section className={styles.list} aria-label="The board as a list">
      {groups.length === 0 && (
        <div className={styles.empty}>
          <p className={styles.invite}>Nothing on this board yet.</p>
          {session.mayWrite() && (
            <>
              <p>A component, something that happened, or something that played a part: begin with any.</p>
              <Button variant="primary" size="big" onPress={() => set({ adding: true })}>
                Add the first
              </Button>
            </>
          )}
        </div>
      )}
      {groups.map((group) => (
        <GroupList key={group.key} group={group} />
      ))}
    </section>
  )
}
