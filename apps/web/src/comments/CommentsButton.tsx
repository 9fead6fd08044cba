import { MessageSquareText } from 'lucide-react'
import { useBoardUi } from '../board/board-ui.ts'
import { useCell } from '../session/cell.ts'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './CommentsButton.module.css'
import { useCommentsUi } from './comments-ui.ts'
import { useTalk } from './use-threads.ts'
import { say } from './words.ts'

/** All threads of the board, with a quiet mark when somebody speaks to me. */
export function CommentsButton() {
  const unseen = useCell(useTalk().unseen).size
  const isOn = useBoardUi((ui) => ui.panel === 'comments')
  const press = (): void => {
    useBoardUi.getState().set({ panel: isOn ? 'none' : 'comments' })
    if (isOn) useCommentsUi.getState().close()
    else if (unseen > 0) useCommentsUi.getState().set({ filter: 'mentions' })
  }
  return (
    <span className={styles.holder}>
      <IconButton
        label={unseen > 0 ? `${say.allComments}, ${say.unseen(unseen)}` : say.allComments}
        on={isOn}
        onPress={press}
      >
        <MessageSquareText />
      </IconButton>
      {unseen > 0 && (
        <span className={styles.badge} aria-hidden="true">
          {unseen}
        </span>
      )}
    </span>
  )
}
