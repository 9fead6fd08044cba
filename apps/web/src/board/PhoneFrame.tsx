import { ArrowLeft, Eye, EyeOff, Plus, Search, Users } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Link } from 'wouter'
import { TimerBadge } from '../review/TimerBadge.tsx'
import { useConduct, useSession } from '../session/use-session.ts'
import { Fence } from '../ui/Fence.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useBoardUi, type View } from './board-ui.ts'
import { PeopleMenu } from './PeopleMenu.tsx'
import { PhoneActions } from './PhoneActions.tsx'
import styles from './PhoneFrame.module.css'
import { SavedDot } from './SavedBadge.tsx'
import {
  AddSheet,
  CommentsSheet,
  FindSheet,
  ListView,
  MapView,
  QuietWriting,
  RecordView,
  TimelineView,
} from './slots.tsx'
import type { ViewPlace } from './use-view.ts'

const VIEWS: readonly { readonly id: View; readonly label: string }[] = [
  { id: 'list', label: 'List' },
  { id: 'timeline', label: 'Timeline' },
  { id: 'record', label: 'Record' },
  { id: 'map', label: 'Map' },
]

/** A phone: one view, a bar under the thumb, sheets. */
export function PhoneFrame({ place }: { readonly place: ViewPlace }) {
  const session = useSession()
  const { title } = useConduct()
  const { view } = place
  return (
    <div className={styles.phone} data-view={view}>
      <header className={styles.top}>
        <Link href={session.sample ? '/' : '/boards'} className={styles.icon} aria-label="Back to boards">
          <ArrowLeft />
        </Link>
        <h1 className={styles.title}>{title}</h1>
        <TimerBadge />
        <SavedDot />
        <PeopleMenu
          trigger={<Users className={styles.people} />}
          more={(close) => <PhoneActions onDone={close} />}
        />
      </header>
      <div className={styles.segments}>
        <Segments label="View" look="wide" options={VIEWS} value={view} onChange={place.go} />
      </div>
      <main className={styles.view} id="view">
        <Fence key={view} what="This view">
          {view === 'list' && <ListView />}
          {view === 'timeline' && <TimelineView />}
          {view === 'record' && <RecordView />}
          {view === 'map' && <MapView />}
        </Fence>
      </main>
      <BottomBar />
      <Fence what="This sheet">
        <AddSheet />
        <FindSheet />
        <CommentsSheet />
        <QuietWriting />
      </Fence>
    </div>
  )
}

function BottomBar() {
  const session = useSession()
  const set = useBoardUi((ui) => ui.set)
  const following = useBoardUi((ui) => ui.following)
  return (
    <nav className={styles.bar} aria-label="Board">
      <Button className={styles.side ?? ''} onPress={() => set({ find: true })}>
        <Search aria-hidden="true" />
        Find
      </Button>
      {session.mayWrite() ? (
        <Button className={styles.plus ?? ''} aria-label="Add" onPress={() => set({ adding: true })}>
          <Plus />
        </Button>
      ) : (
        <span className={styles.looking}>looking on</span>
      )}
      {session.sample === null ? (
        <Button
          className={styles.side ?? ''}
          aria-pressed={following}
          data-on={following}
          onPress={() => set({ following: !following })}
        >
          {following ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
          {following ? 'Following' : 'Follow'}
        </Button>
      ) : (
        <Button className={styles.side ?? ''} data-on onPress={() => set({ keeping: true })}>
          Keep it
        </Button>
      )}
    </nav>
  )
}
