import { X } from 'lucide-react'
import { useBoardUi } from '../board/board-ui.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useCommentsUi } from './comments-ui.ts'
import styles from './Panel.module.css'
import { showThread } from './show-thread.ts'
import { readThread } from './start.ts'
import { ThreadList } from './ThreadList.tsx'
import { ThreadView } from './ThreadView.tsx'
import { useThreads } from './use-threads.ts'
import { say } from './words.ts'

/** The panel at the right: all threads, or the one that is read. */
export function CommentsPanel() {
  const set = useBoardUi((ui) => ui.set)
  const open = useCommentsUi((ui) => ui.open)
  const begun = useCommentsUi((ui) => ui.begun)
  const close = useCommentsUi((ui) => ui.close)
  const thread = useThreads().find(({ id }) => id === open) ?? null
  const leave = (): void => {
    close()
    set({ panel: 'none' })
  }
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2>{say.comments}</h2>
        <IconButton label={say.close} size="small" silent onPress={leave}>
          <X />
        </IconButton>
      </header>
      {thread || begun ? (
        <ThreadView
          key={thread?.id ?? 'new'}
          thread={thread}
          begun={begun}
          autoFocus={thread === null}
          onBack={close}
          {...(thread?.on.place ? { onShow: () => showThread(thread) } : {})}
        />
      ) : (
        <ThreadList
          onRead={(one) => {
            readThread(one.id)
            showThread(one)
          }}
        />
      )}
    </div>
  )
}
