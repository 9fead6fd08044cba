import type { RelationId } from '@second-story/board'
import { useState } from 'react'
import { useBoard, useSession } from '../../session/use-session.ts'
import { focusBack } from '../list/focus-back.ts'
import { useMapState } from '../map-state.ts'
import { currentStage } from '../stage/current-stage.ts'
import styles from './WordsField.module.css'

/** The words of an arrow, written where they stand on the line. */
export function ArrowWords({ id }: { readonly id: RelationId }) {
  const session = useSession()
  const relation = useBoard((board) => board.relations.get(id))
  const [words, setWords] = useState(relation?.label ?? '')
  const stage = currentStage.get()
  const arrow = stage?.scene.arrows.get(id)
  if (!relation || !stage || !arrow) return null
  const drawn = stage.gallery.arrow(arrow)
  const middle = Math.floor(drawn.points.length / 4) * 2
  const at = drawn.label
    ? { x: drawn.label.x, y: drawn.label.y - 4 }
    : {
        x: ((drawn.points[middle - 2] ?? drawn.points[0] ?? 0) + (drawn.points[middle] ?? 0)) / 2,
        y: ((drawn.points[middle - 1] ?? drawn.points[1] ?? 0) + (drawn.points[middle + 1] ?? 0)) / 2,
      }
  const close = (keep: boolean): void => {
    useMapState.getState().set({ wording: null })
    if (keep && words.trim() !== relation.label) session.do([{ do: 'amend', id, label: words.trim() }])
  }
  return (
    <input
      className={styles.arrow}
      style={{ left: at.x, top: at.y }}
      aria-label="Words on this arrow"
      placeholder="words on the line"
      // biome-ignore lint/a11y/noAutofocus: it was just asked for
      autoFocus
      maxLength={200}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onBlur={() => close(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') focusBack()
        if (event.key === 'Enter') close(true)
        if (event.key === 'Escape') {
          event.stopPropagation()
          close(false)
        }
      }}
    />
  )
}
