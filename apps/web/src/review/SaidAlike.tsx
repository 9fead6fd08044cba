import { useMemo, useState } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { sameList, useBoard, useConduct, useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import styles from './FacilitatePanel.module.css'
import { mergeCommands } from './merge.ts'
import { alike } from './same-thing.ts'
import { shownOf, type Written } from './written.ts'

/** Pairs of the last quiet writing that may say the same; put together only by hand, and undone in one step. */
export function SaidAlike() {
  const session = useSession()
  const set = useBoardUi((ui) => ui.set)
  const round = useConduct().rounds.findLast(({ state }) => state === 'shown')?.id ?? ''
  const shown = useBoard((board) => shownOf(board, round), sameList)
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set())
  const pairs = useMemo(() => alike(shown), [shown]).filter(({ a, b }) => !apart.has(a.id + b.id))
  if (pairs.length === 0) return null
  const look = (one: Written): void => set({ reveal: { id: one.id, at: Date.now() } })
  return (
    <section className={styles.part} aria-label="Said alike">
      <h3 className={styles.title}>Same thing?</h3>
      <p className={styles.words}>Ask the group. One stays, with what the other was joined to.</p>
      {pairs.slice(0, 5).map(({ a, b }) => (
        <div key={a.id + b.id} className={styles.pair}>
          {[a, b].map((one) => (
            <button key={one.id} type="button" className={styles.line} onClick={() => look(one)}>
              {one.text}
            </button>
          ))}
          <div className={styles.acts}>
            <Button
              size="small"
              onPress={() =>
                session.do(
                  mergeCommands(session.live.snapshot, a.id, b.id),
                  `put “${a.text.slice(0, 40)}” together`,
                )
              }
            >
              Yes, keep the first
            </Button>
            <Button size="small" variant="quiet" onPress={() => setApart(new Set([...apart, a.id + b.id]))}>
              No
            </Button>
          </div>
        </div>
      ))}
    </section>
  )
}
