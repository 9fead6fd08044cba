import { useEffect, useRef } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { useCell } from '../../session/cell.ts'
import { useSession } from '../../session/use-session.ts'
import styles from '../MapView.module.css'
import { useMapState } from '../map-state.ts'
import { currentStage } from '../stage/current-stage.ts'
import { ArrowWords } from './ArrowWords.tsx'
import { DraftEditor } from './DraftEditor.tsx'
import { ItemEditor } from './ItemEditor.tsx'

/** Fields that stand on the map, in board units, moving and growing with it. */
export function EditLayer() {
  const session = useSession()
  const stage = useCell(currentStage)
  const editing = useBoardUi((ui) => ui.editing)
  const draft = useMapState((state) => state.draft)
  const wording = useMapState((state) => state.wording)
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!stage) return
    const follow = (): void => {
      const { x, y, zoom } = stage.view
      host.current?.style.setProperty('transform', `translate(${x}px,${y}px) scale(${zoom})`)
    }
    follow()
    return stage.onFrame(follow)
  }, [stage])
  const may = session.mayWrite()
  return (
    <div ref={host} className={styles.edit} data-over-map>
      {may && draft && <DraftEditor key={`${draft.box.x} ${draft.box.y} ${draft.type}`} draft={draft} />}
      {may && editing && <ItemEditor key={editing} id={editing} />}
      {may && wording && <ArrowWords key={wording} id={wording} />}
    </div>
  )
}
