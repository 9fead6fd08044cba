import { type BoardSnapshot, drawingsOf } from '@second-story/board'
import { useDeferredValue, useMemo } from 'react'
import { say } from '../../map/ink/words.ts'
import { useBoard } from '../../session/use-session.ts'
import styles from './OutlineView.module.css'

const strokesOf = (board: BoardSnapshot) => board.strokes

/** How much was drawn by hand: it has no words, and is looked at on the map. */
export function Drawings() {
  const strokes = useDeferredValue(useBoard(strokesOf))
  const count = useMemo(() => drawingsOf(strokes).length, [strokes])
  return count === 0 ? null : <p className={styles.none}>{say.drawingsOnMap(count)}</p>
}
