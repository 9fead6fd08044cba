import { useEffect, useState } from 'react'
import { Aloud } from '../aloud/Aloud.tsx'
import { announce } from '../aloud/announce.ts'
import { useBoardUi } from '../board/board-ui.ts'
import { useKeys } from '../board/keyboard/use-keys.ts'
import { Notice } from '../board/Notice.tsx'
import { ListView, MapView, RecordView, TimelineView } from '../board/slots.tsx'
import { useView } from '../board/use-view.ts'
import { AskBar } from '../go/AskBar.tsx'
import { useTrail } from '../go/trail.ts'
import { useLanding } from '../go/use-landing.ts'
import { useVisits } from '../go/use-visits.ts'
import { TimerBadge } from '../review/TimerBadge.tsx'
import { SessionContext, useBoard, useSession } from '../session/use-session.ts'
import { FollowWalking } from '../timeline/FollowWalking.tsx'
import { Fence } from '../ui/Fence.tsx'
import { themeChoice } from '../ui/theme.ts'
import { toasts } from '../ui/toast.ts'
import styles from './ProjectorScreen.module.css'
import { ProjectorStrip } from './ProjectorStrip.tsx'
import { type Projected, projected } from './projected.ts'
import { useHalo } from './use-halo.ts'
import { useProjector } from './use-projector.ts'
import { say } from './words.ts'

/** The board for a room: what everybody sees, large and without tools. */
export function ProjectorScreen() {
  const session = useSession()
  const [shown, setShown] = useState<Projected | null>(null)
  useEffect(() => {
    const made = projected(session, (work) => void requestAnimationFrame(work))
    // nothing in hand from before: it may be private
    useBoardUi.getState().reset()
    toasts.set([])
    setShown(made)
    return () => made.close()
  }, [session])
  if (!shown) return null
  return (
    <SessionContext.Provider value={shown.session}>
      <Room />
    </SessionContext.Provider>
  )
}

function Room() {
  const place = useView(false)
  const { leave, follow } = useProjector()
  const title = useBoard((board) => board.conduct.title)
  const [halo, setHalo] = useState(false)
  useTrail(place)
  useLanding(place, false)
  useVisits(place)
  useRoomLight()
  useHalo(halo)
  useKeys({ escape: leave, f9: leave }, { last: true })
  useEffect(() => {
    announce(say.started)
    if (follow) useBoardUi.getState().set({ follows: follow })
  }, [follow])
  useEffect(() => {
    document.title = title ? `${title} · ${say.name}` : say.name
  }, [title])
  const { view } = place
  return (
    <div className={styles.room} data-projector data-view={view} data-halo={halo || undefined}>
      <header className={styles.top}>
        <h1 className={styles.title}>{title}</h1>
        <span className={styles.timer}>
          <TimerBadge />
        </span>
      </header>
      <main className={styles.view} id="view">
        <Fence key={view} what="This view">
          {view === 'map' && <MapView />}
          {view === 'list' && <ListView />}
          {view === 'timeline' && <TimelineView />}
          {view === 'record' && <RecordView />}
        </Fence>
      </main>
      <ProjectorStrip place={place} halo={halo} onHalo={setHalo} onLeave={leave} />
      <Notice />
      <Aloud />
      <Fence what="Following">
        <FollowWalking />
      </Fence>
      <AskBar place={place} />
    </div>
  )
}

/** A room is bright: light until somebody chooses otherwise here; the choice of this browser stays what it was. */
function useRoomLight(): void {
  useEffect(() => {
    const before = themeChoice.get()
    themeChoice.set('light')
    return () => themeChoice.set(before)
  }, [])
}
