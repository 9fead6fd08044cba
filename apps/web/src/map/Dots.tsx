import { useEffect, useRef } from 'react'
import { useCell } from '../session/cell.ts'
import styles from './MapView.module.css'
import { currentStage } from './stage/current-stage.ts'

/** Canvas units between two dots of the paper. */
const APART = 24

/** The dots of the paper; they move with it and fade out below 60 % zoom. */
export function Dots() {
  const stage = useCell(currentStage)
  const dots = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!stage) return
    const follow = (): void => {
      const { x, y, zoom } = stage.view
      const style = dots.current?.style
      if (!style) return
      const apart = APART * zoom
      style.backgroundSize = `${apart}px ${apart}px`
      style.backgroundPosition = `${x % apart}px ${y % apart}px`
      style.opacity = String(Math.max(0, Math.min(1, (zoom - 0.4) / 0.2)))
    }
    follow()
    return stage.onFrame(follow)
  }, [stage])
  return <div ref={dots} className={styles.dots} />
}
