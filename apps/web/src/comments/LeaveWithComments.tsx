import { useBoard } from '../session/use-session.ts'
import { Switch } from '../ui/Switch.tsx'
import { useCommentsUi } from './comments-ui.ts'
import { say } from './words.ts'

/** Where there are comments: whether what leaves the board takes them along. */
export function LeaveWithComments() {
  const some = useBoard((board) => board.comments.size > 0)
  const on = useCommentsUi((ui) => ui.leave)
  const set = useCommentsUi((ui) => ui.set)
  if (!some) return null
  return (
    <Switch label={say.leaveWith} note={say.leaveNote} isSelected={on} onChange={(leave) => set({ leave })} />
  )
}

/** For what is written at that moment. */
export function leavesWithComments(): { readonly comments: boolean } {
  return { comments: useCommentsUi.getState().leave }
}

/** The same for what the server writes. */
export function commentsInAddress(): string {
  return useCommentsUi.getState().leave ? '&comments=1' : ''
}
