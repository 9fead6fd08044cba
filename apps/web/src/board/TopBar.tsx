import { History, PanelRight } from 'lucide-react'
import { lazy } from 'react'
import { Link } from 'wouter'
import { TimerBadge } from '../review/TimerBadge.tsx'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { Fence } from '../ui/Fence.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useBoardUi, type View } from './board-ui.ts'
import { Chapters } from './Chapters.tsx'
import { PeopleMenu } from './PeopleMenu.tsx'
import { SavedBadge } from './SavedBadge.tsx'
import { TitleField } from './TitleField.tsx'
import styles from './TopBar.module.css'
import type { ViewPlace } from './use-view.ts'
import { VIEW_ACTIONS } from './view-actions.ts'

const VIEWS: readonly { readonly id: View; readonly label: string }[] = [
  { id: 'map', label: 'Map' },
  { id: 'list', label: 'Outline' },
  { id: 'timeline', label: 'Timeline' },
  { id: 'record', label: 'Record' },
]

const CommentsButton = lazy(async () => ({
  default: (await import('../comments/CommentsButton.tsx')).CommentsButton,
}))

/** 48 high: boards, title, chapter, views, people, saved, Share. */
export function TopBar({ place }: { readonly place: ViewPlace }) {
  const session = useSession()
  const panel = useBoardUi((ui) => ui.panel)
  const set = useBoardUi((ui) => ui.set)
  return (
    <header className={styles.top}>
      <div className={styles.where}>
        <Link href={session.sample ? '/' : '/boards'} className={styles.mark} aria-label="Boards">
          <Mark />
        </Link>
        <TitleField />
        <Chapters />
      </div>
      <Segments label="View" options={VIEWS} value={place.view} onChange={place.go} />
      <div className={styles.right}>
        <Fence what="The timer">
          <TimerBadge />
        </Fence>
        <PeopleMenu />
        <SavedBadge />
        <Fence what="Comments" meanwhile={<span className={styles.button} />}>
          <CommentsButton />
        </Fence>
        {session.sample === null && (
          <IconButton label="Versions" keys="H" onPress={() => set({ versions: 'versions' })}>
            <History />
          </IconButton>
        )}
        <span id={VIEW_ACTIONS} className={styles.actions} />
        {session.mayFacilitate() && (
          <Button
            aria-pressed={panel === 'facilitate'}
            className={(panel === 'facilitate' && styles.on) || ''}
            onPress={() => set({ panel: panel === 'facilitate' ? 'none' : 'facilitate' })}
          >
            <PanelRight />
            Facilitate
          </Button>
        )}
        {session.sample ? (
          <Button variant="primary" onPress={() => set({ keeping: true })}>
            Keep it
          </Button>
        ) : (
          <Button variant="primary" onPress={() => set({ share: true })}>
            Share
          </Button>
        )}
      </div>
    </header>
  )
}
