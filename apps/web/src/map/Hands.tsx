import type { BoardSnapshot } from '@second-story/board'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { aroundHere } from '../board/around-here.ts'
import { useBoardUi } from '../board/board-ui.ts'
import { keysGoOn } from '../board/keyboard/wait-for-view.ts'
import { Pins } from '../comments/Pins.tsx'
import { FlowsMenu } from '../flows/FlowsMenu.tsx'
import { PlayBar } from '../flows/PlayBar.tsx'
import { RecordBar } from '../flows/RecordBar.tsx'
import { useFlowActions } from '../flows/use-flow-actions.tsx'
import { useCell } from '../session/cell.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { useStampActions } from '../stamps/use-stamp-actions.tsx'
import { Segments } from '../ui/Segments.tsx'
import { VotePads } from '../votes/VotePads.tsx'
import { hasBothAreas } from './areas/two-areas.ts'
import { BeginCards } from './begin/BeginCards.tsx'
import { useClipboard } from './clipboard/use-clipboard.ts'
import { EditLayer } from './edit/EditLayer.tsx'
import { LinkField } from './edit/LinkField.tsx'
import { MapExportMenu } from './export/MapExportMenu.tsx'
import { FindBar } from './find/FindBar.tsx'
import { handsHere } from './hands-here.ts'
import { InkBar } from './ink/InkBar.tsx'
import { InkChosen } from './ink/InkChosen.tsx'
import { useInkHand } from './ink/use-ink-hand.ts'
import { useFollow } from './live/use-follow.ts'
import { useLive } from './live/use-live.ts'
import styles from './MapView.module.css'
import { useMapState } from './map-state.ts'
import { MapMenu } from './menu/MapMenu.tsx'
import { QuickBar } from './menu/QuickBar.tsx'
import { useBarWanted } from './menu/use-bar-wanted.ts'
import { useNotes } from './notes/use-notes.tsx'
import { PresentBar } from './present/PresentBar.tsx'
import { ShowMenu } from './show/ShowMenu.tsx'
import { ShownNotes } from './show/ShownNotes.tsx'
import { useShowActions } from './show/use-show-actions.tsx'
import type { Stage } from './stage/stage.ts'
import { Pointer } from './tools/pointer.ts'
import { useMapKeys } from './tools/use-map-keys.ts'
import { TypeLine } from './type-line/TypeLine.tsx'
import { useMapActions } from './use-map-actions.tsx'
import { useOverlay } from './use-overlay.ts'
import { ZoomControl } from './ZoomControl.tsx'

const SWITCH = [
  { id: 'system', label: 'System' },
  { id: 'both', label: 'Both' },
  { id: 'factors', label: 'Factors' },
] as const

export interface HandsProps {
  readonly root: RefObject<HTMLDivElement | null>
  readonly stage: Stage
  /** space is held: the left button pans */
  readonly hand: boolean
  readonly setHand: (on: boolean) => void
}

/** Every tool to draw with, and what lies over the map. */
export function Hands({ root, stage, hand, setHand }: HandsProps) {
  const session = useSession()
  const over = useRef<HTMLCanvasElement>(null)
  const cursors = useRef<HTMLDivElement>(null)
  const [pointer, setPointer] = useState<Pointer | null>(null)
  const bothAreas = useBoard(hasBothAreas)
  const hasThings = useBoard(isAnythingPlaced)
  const show = useBoardUi((ui) => ui.show)
  const set = useBoardUi((ui) => ui.set)
  useEffect(() => {
    if (!root.current) return
    const made = new Pointer(root.current, stage, session)
    setPointer(made)
    return () => {
      made.close()
      setPointer(null)
    }
  }, [stage, session, root])
  useInkHand(root, stage, pointer, hand)
  useOverlay(over, stage, pointer)
  useLive(cursors, stage)
  useFollow(stage)
  useClipboard(pointer)
  useMapActions()
  useNotes()
  useStampActions()
  useFlowActions()
  useShowActions()
  const typeLine = useMapState((state) => state.typeLine)
  const finding = useMapState((state) => state.finding)
  const menu = useMapState((state) => state.menu)
  const linking = useMapState((state) => state.linking)
  const bar = useBarWanted()
  // some keys are the board's, and the palette's
  const around = useCell(aroundHere)
  useMapKeys(stage, pointer, setHand)
  useEffect(() => {
    handsHere.set(pointer !== null)
    return () => handsHere.set(false)
  }, [pointer])
  useEffect(() => {
    if (pointer && around) keysGoOn()
  }, [pointer, around])
  return (
    <>
      <canvas ref={over} className={styles.over} />
      <EditLayer />
      <Pins stage={stage} />
      <div ref={cursors} className={styles.cursors} aria-hidden="true" />
      {hasThings && (
        <div className={styles.switch} data-over-map>
          <div className={styles.switchRow}>
            {bothAreas && (
              <Segments
                label="Show"
                look="raised"
                options={SWITCH}
                value={show}
                onChange={(to) => set({ show: to })}
              />
            )}
            <ShowMenu />
            <FlowsMenu />
          </div>
          <ShownNotes />
        </div>
      )}
      <VotePads stage={stage} />
      {bar && <QuickBar stage={stage} />}
      <PresentBar stage={stage} />
      <PlayBar stage={stage} />
      <RecordBar />
      <InkBar />
      <InkChosen />
      <ZoomControl />
      <a
        className={styles.surface}
        href="https://reactflow.dev"
        target="_blank"
        rel="noopener noreferrer"
        data-over-map
      >
        React Flow
      </a>
      <BeginCards />
      <MapExportMenu />
      {finding && <FindBar />}
      {menu && <MapMenu key={`${menu.screen.x} ${menu.screen.y}`} screen={menu.screen} at={menu.at} />}
      {linking && pointer && session.mayWrite() && <LinkField from={linking} pointer={pointer} />}
      {typeLine && session.mayWrite() && <TypeLine />}
    </>
  )
}

function isAnythingPlaced(board: BoardSnapshot): boolean {
  for (const item of board.items.values()) if (item.place) return true
  return false
}
