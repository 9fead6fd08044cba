import { aboutOf } from '@second-story/board'
import { useEffect, useRef } from 'react'
import type { Stage } from '../map/stage/stage.ts'
import { useCell } from '../session/cell.ts'
import { useSession } from '../session/use-session.ts'
import { useCommentsUi } from './comments-ui.ts'
import { cornerOn } from './corner.ts'
import styles from './Pins.module.css'
import { type Pin, PinLayer } from './pin-layer.ts'
import { readThread } from './start.ts'
import { ThreadCard } from './ThreadCard.tsx'
import { allOf, useTalk, useThreads } from './use-threads.ts'

/** The threads of the board as small marks over the map, and the one that is read beside its mark. */
export function Pins({ stage }: { readonly stage: Stage }) {
  const session = useSession()
  const talk = useTalk()
  const threads = useThreads()
  const unseen = useCell(talk.unseen)
  const waiting = useCell(talk.waiting)
  const open = useCommentsUi((ui) => ui.open)
  const begun = useCommentsUi((ui) => ui.begun)
  const filter = useCommentsUi((ui) => ui.filter)
  const host = useRef<HTMLDivElement>(null)
  const layer = useRef<PinLayer | null>(null)

  useEffect(() => {
    if (!host.current) return
    const made = new PinLayer(host.current, pressed)
    layer.current = made
    const put = (): void => made.put(stage.view, cornerOn(stage, session))
    const stop = stage.onFrame(put)
    put()
    return () => {
      stop()
      made.close()
      layer.current = null
    }
  }, [stage, session])

  useEffect(() => {
    const board = session.live.snapshot
    const pins = threads.flatMap((thread): Pin[] => {
      const isOpen = thread.id === open
      if (thread.isResolved && filter !== 'resolved' && !isOpen) return []
      const all = allOf(thread)
      const look = all.some(({ id }) => unseen.has(id))
        ? 'unseen'
        : waiting.some(({ id }) => id === thread.id)
          ? 'waiting'
          : thread.isResolved
            ? 'resolved'
            : 'plain'
      const { place } = aboutOf(thread.on, board)
      const count = all.filter(({ removed }) => removed === null).length
      return [{ id: thread.id, item: thread.on.item, place, count, look, isOpen }]
    })
    if (begun)
      pins.push({ id: 'new', item: begun.item, place: begun.place, count: 1, look: 'waiting', isOpen: true })
    layer.current?.set(pins)
    layer.current?.put(stage.view, cornerOn(stage, session))
  }, [threads, unseen, waiting, open, begun, filter, session, stage])
  return (
    <>
      <div className={styles.clip} aria-hidden="true">
        <div ref={host} className={styles.pins} />
      </div>
      <ThreadCard stage={stage} />
    </>
  )
}

function pressed(ids: readonly string[]): void {
  const [only] = ids
  if (ids.length > 1) useCommentsUi.getState().set({ open: null, begun: null, choices: ids })
  else if (only && only !== 'new') {
    if (useCommentsUi.getState().open === only) useCommentsUi.getState().close()
    else readThread(only)
  }
}
