import type { ItemId } from '@second-story/board'
import type { Drawing } from '@second-story/picture'
import { useCallback } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { currentStage } from '../stage/current-stage.ts'
import { DrawingSvg } from './DrawingSvg.tsx'
import styles from './ItemNode.module.css'

/** One mounted item: its drawing, and nothing that listens. */
export function ItemNode({ id, data }: { readonly id: ItemId; readonly data: unknown }) {
  const editing = useBoardUi((ui) => ui.editing === id)
  const meet = useCallback((element: HTMLElement | null) => currentStage.get()?.meet(id, element), [id])
  return (
    <div ref={meet} className={styles.node}>
      <DrawingSvg drawing={data as Drawing} wordless={editing} />
    </div>
  )
}
