import { useEffect, useRef } from 'react'
import { say } from '../comments/words.ts'
import { useSession } from '../session/use-session.ts'
import { Fence } from '../ui/Fence.tsx'
import { useBoardUi } from './board-ui.ts'
import { focusView, isFocusLost, isOnSwitch, keepFocusByKeys } from './keyboard/keep-focus.ts'
import { Rail } from './Rail.tsx'
import {
  CommentsPanel,
  FacilitatePanel,
  Inspector,
  ListView,
  MapView,
  QuietWriting,
  RecordView,
  TimelineStrip,
  TimelineView,
} from './slots.tsx'
import { TopBar } from './TopBar.tsx'
import type { ViewPlace } from './use-view.ts'
import styles from './WideFrame.module.css'

const PANELS = { facilitate: 'Facilitate', comments: say.comments, selection: 'Selected' } as const

/** A screen of 700 px and more: top bar, rail, view, panel, strip. */
export function WideFrame({ place }: { readonly place: ViewPlace }) {
  const session = useSession()
  const facilitating = useBoardUi((ui) => ui.panel === 'facilitate') && session.mayFacilitate()
  const selected = useBoardUi((ui) => ui.items.size + ui.relations.size > 0)
  const { view } = place
  const onMap = view === 'map'
  const busy = useBoardUi((ui) => ui.busy)
  const commenting = useBoardUi((ui) => ui.panel === 'comments')
  const asked = facilitating ? 'facilitate' : commenting ? 'comments' : null
  const wanted = asked ?? (selected && view !== 'record' ? 'selection' : 'none')
  const before = useRef<typeof wanted>(wanted)
  // the map keeps its size under a hand
  const panel = busy ? before.current : wanted
  useEffect(() => {
    before.current = panel
  }, [panel])
  useKeptFocus(view, panel)
  return (
    <div className={styles.frame} data-view={view} data-panel={panel}>
      <TopBar place={place} />
      {onMap && <Rail />}
      <main className={styles.view} id="view">
        {onMap && (
          <Fence what="The map">
            <MapView />
          </Fence>
        )}
        {view === 'list' && (
          <Fence what="The outline">
            <ListView />
          </Fence>
        )}
        {view === 'timeline' && (
          <Fence what="The timeline">
            <TimelineView />
          </Fence>
        )}
        {view === 'record' && (
          <Fence what="The record">
            <RecordView />
          </Fence>
        )}
      </main>
      {panel !== 'none' && (
        <aside className={styles.panel} aria-label={PANELS[panel]}>
          <Fence key={panel} what="This panel">
            {panel === 'facilitate' && <FacilitatePanel />}
            {panel === 'comments' && <CommentsPanel />}
            {panel === 'selection' && <Inspector />}
          </Fence>
        </aside>
      )}
      {onMap && (
        <div className={styles.strip}>
          <Fence what="The timeline" meanwhile={<div className={styles.stripRoom} />}>
            <TimelineStrip />
          </Fence>
        </div>
      )}
      <Fence what="Quiet writing">
        <QuietWriting />
      </Fence>
    </div>
  )
}

/** What had the focus may go away with its view, panel or dialog: the view in front takes it then. */
function useKeptFocus(view: string, panel: string): void {
  const covered = useBoardUi(
    (ui) =>
      ui.palette ||
      ui.keys ||
      ui.share ||
      ui.keeping ||
      ui.borrowing ||
      ui.importing !== null ||
      ui.versions !== null,
  )
  const shown = useRef(view)
  const opened = useRef(false)
  useEffect(keepFocusByKeys, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again whenever something went
  useEffect(() => {
    const switched = shown.current !== view
    shown.current = view
    // nothing had it yet on a board that has just opened
    if (!opened.current) opened.current = true
    else if (isFocusLost() || (switched && isOnSwitch())) focusView()
  }, [view, panel])
  useEffect(() => {
    if (!covered) return
    // a dialog gives it back to what had it before; that may be nothing
    return () => void setTimeout(() => isFocusLost() && focusView(), 80)
  }, [covered])
}
