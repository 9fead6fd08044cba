import { useBoardUi } from '../board/board-ui.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { useCommentsUi } from './comments-ui.ts'
import { readThread } from './start.ts'
import { ThreadList } from './ThreadList.tsx'
import { ThreadView } from './ThreadView.tsx'
import { useThreads } from './use-threads.ts'
import { say } from './words.ts'

/** On a phone: all threads, those of one mark, or the one that is read, from below. */
export function CommentsSheet() {
  const { open, begun, choices, sheet, set, close } = useCommentsUi()
  const threads = useThreads()
  const thread = threads.find(({ id }) => id === open) ?? null
  const isOpen = sheet || thread !== null || begun !== null || choices.length > 0
  if (!isOpen) return null
  const leave = (): void => {
    close()
    set({ sheet: false })
  }
  const isOne = thread !== null || begun !== null
  return (
    <Sheet
      title={thread ? say.comment : begun ? say.new : say.comments}
      isOpen
      onClose={leave}
      height={isOne ? 'content' : 'full'}
    >
      {isOne ? (
        <ThreadView
          key={thread?.id ?? 'new'}
          thread={thread}
          begun={begun}
          autoFocus={thread === null}
          {...(sheet ? { onBack: close } : {})}
        />
      ) : (
        <ThreadList
          {...(choices.length > 0 ? { only: choices } : {})}
          onRead={(one) => {
            useBoardUi.getState().set({ opened: null })
            readThread(one.id)
          }}
        />
      )}
    </Sheet>
  )
}
