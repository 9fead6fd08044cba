import type { Thread } from '@second-story/board'
import { useCell } from '../session/cell.ts'
import { useSession } from '../session/use-session.ts'
import { Segments } from '../ui/Segments.tsx'
import { type Filter, useCommentsUi } from './comments-ui.ts'
import styles from './Panel.module.css'
import { ThreadLine } from './ThreadLine.tsx'
import { allOf, isShown, useMayTalk, useTalk, useThreads } from './use-threads.ts'
import { say } from './words.ts'

interface ThreadListProps {
  /** these alone, whatever state they are in */
  readonly only?: readonly string[]
  readonly onRead: (thread: Thread) => void
}

/** All threads of the board: the open ones, the resolved ones, or those in which somebody speaks to me; newest first. */
export function ThreadList({ only, onRead }: ThreadListProps) {
  const session = useSession()
  const talk = useTalk()
  const threads = useThreads()
  const may = useMayTalk()
  const filter = useCommentsUi((ui) => ui.filter)
  const set = useCommentsUi((ui) => ui.set)
  const unseen = useCell(talk.unseen)
  const waiting = useCell(talk.waiting)
  const shown = threads
    .filter((one) => only?.includes(one.id) ?? isShown(one, filter, session.me.get().account))
    .reverse()
  const options = [
    { id: 'open', label: say.open },
    { id: 'resolved', label: say.resolved },
    { id: 'mentions', label: say.mentions },
  ] as const
  const none: Record<Filter, string> = {
    open: may ? say.noneOpen : say.noneToRead,
    resolved: say.noneResolved,
    mentions: say.noneMentions,
  }
  const has = (thread: Thread, ids: { has(id: string): boolean }): boolean =>
    allOf(thread).some(({ id }) => ids.has(id))
  const waits = new Set(waiting.map(({ id }) => id))
  return (
    <>
      {!only && (
        <Segments
          label={say.filter}
          look="wide"
          options={options}
          value={filter}
          onChange={(to) => set({ filter: to })}
        />
      )}
      {shown.length === 0 && <p className={styles.none}>{none[filter]}</p>}
      <ul className={styles.list} aria-label={say.comments}>
        {shown.map((thread) => (
          <ThreadLine
            key={thread.id}
            thread={thread}
            unseen={has(thread, unseen)}
            waiting={has(thread, waits)}
            onPress={() => onRead(thread)}
          />
        ))}
      </ul>
    </>
  )
}
