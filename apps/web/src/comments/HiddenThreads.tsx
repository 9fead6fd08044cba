import { useDeferredValue } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import styles from '../map/list/MapList.module.css'
import { useBoard } from '../session/use-session.ts'
import { sayThread } from './say-thread.ts'
import { showThread } from './show-thread.ts'
import { readThread } from './start.ts'
import { useThreads } from './use-threads.ts'
import { say } from './words.ts'

/** The open threads as a list that nobody sees, beside that of the map's things: for the keyboard and for screen readers. */
export function HiddenThreads() {
  const threads = useThreads().filter(({ isResolved }) => !isResolved)
  const board = useDeferredValue(useBoard((all) => all))
  if (threads.length === 0) return null
  return (
    <nav className={styles.hidden} aria-label={say.onMap}>
      <ul>
        {threads.map((thread, n) => (
          <li key={thread.id}>
            <button
              type="button"
              tabIndex={n === 0 ? 0 : -1}
              data-thread-entry={thread.id}
              onClick={() => {
                if (useBoardUi.getState().panel !== 'comments') useBoardUi.getState().set({ panel: 'none' })
                readThread(thread.id)
                showThread(thread)
              }}
              onKeyDown={(event) => {
                const step = event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling'
                if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
                event.preventDefault()
                event.stopPropagation()
                event.currentTarget.parentElement?.[step]?.querySelector('button')?.focus()
              }}
            >
              {sayThread(thread, board)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
