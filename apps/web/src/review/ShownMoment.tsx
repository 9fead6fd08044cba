import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useBoardUi } from '../board/board-ui.ts'
import { viewOfPath } from '../board/use-view.ts'
import { useBoard, useConduct, useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import styles from './ShownMoment.module.css'
import { alike } from './same-thing.ts'
import { shownOf } from './written.ts'

/** The gentle moment after Show all, for whoever was there: how much came onto the board, and where to look. */
export function ShownMoment() {
  const session = useSession()
  const { rounds } = useConduct()
  const set = useBoardUi((ui) => ui.set)
  const states = useRef(new Map(rounds.map(({ id, state }) => [id, state])))
  const [path, go] = useLocation()
  const { base } = viewOfPath(path)
  const [shown, setShown] = useState<string | null>(null)
  const notes = useBoard((board) => (shown ? shownOf(board, shown).length : 0))
  const pairs = useBoard((board) => (shown ? alike(shownOf(board, shown)).length : 0))

  useEffect(() => {
    for (const { id, state } of rounds) {
      if (state === 'shown' && states.current.get(id) === 'writing') setShown(id)
      states.current.set(id, state)
    }
  }, [rounds])

  const box = useRef<HTMLDivElement>(null)
  const isBusy = useBoardUi((ui) => ui.items.size + ui.relations.size > 0 || ui.opened !== null || ui.adding)
  // whoever goes on with something else has seen it
  // biome-ignore lint/correctness/useExhaustiveDependencies: also when the view changes
  useEffect(() => setShown(null), [path, isBusy])
  useEffect(() => {
    if (!shown) return
    const away = (event: Event): void => {
      if (
        event instanceof KeyboardEvent ? event.key !== 'Escape' : box.current?.contains(event.target as Node)
      )
        return
      setShown(null)
    }
    window.addEventListener('pointerdown', away)
    window.addEventListener('keydown', away)
    return () => {
      window.removeEventListener('pointerdown', away)
      window.removeEventListener('keydown', away)
    }
  }, [shown])

  if (!shown) return null
  const look = (): void => {
    const [first] = shownOf(session.live.snapshot, shown)
    if (first) set({ reveal: { id: first.id, at: Date.now() } })
    // the map, or the list on a phone: where they lie
    go(base)
    setShown(null)
  }
  return (
    <div className={styles.moment} role="status" ref={box}>
      <p className={styles.lead}>
        {said(notes, rounds.find(({ id }) => id === shown)?.writes === 'factors' ? 'factor' : 'note')}
      </p>
      <p className={styles.words}>
        Shuffled, from everybody. Read them in silence first; then ask what stands out.
      </p>
      {session.mayFacilitate() && pairs > 0 && (
        <p className={styles.words}>
          Some may say the same thing: see “Same thing?” in the panel. Nothing is put together by itself.
        </p>
      )}
      <div className={styles.acts}>
        <Button variant="primary" onPress={look}>
          Look
        </Button>
        {session.mayFacilitate() && pairs > 0 && (
          <Button
            onPress={() => {
              set({ panel: 'facilitate' })
              setShown(null)
            }}
          >
            Same thing?
          </Button>
        )}
        <Button variant="quiet" onPress={() => setShown(null)}>
          Close
        </Button>
      </div>
    </div>
  )
}

function said(count: number, noun: string): string {
  if (count === 0) return 'Nobody wrote anything, and that is fine.'
  return count === 1 ? `One ${noun} is on the board` : `${count} ${noun}s are on the board`
}
