import type { BoardSnapshot } from '@second-story/board'
import { type AreaTitle, areaTitles } from '@second-story/picture'
import { useEffect, useRef } from 'react'
import { useCell } from '../../session/cell.ts'
import { useBoard } from '../../session/use-session.ts'
import { currentStage } from '../stage/current-stage.ts'
import styles from './AreaTitles.module.css'
import { seamOf } from './two-areas.ts'

/** “Our system” and “How it came about”, each over its own things, and the seam between them. They never dim. */
export function AreaTitles() {
  const stage = useCell(currentStage)
  const titles = useBoard(titlesOf, isAlike)
  const seam = useBoard(seamOf, isAlike)
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!stage) return
    const follow = (): void => {
      const { x, y, zoom } = stage.view
      host.current?.style.setProperty('transform', `translate(${x}px,${y}px) scale(${zoom})`)
      host.current?.style.setProperty('--unscale', String(1 / zoom))
    }
    follow()
    return stage.onFrame(follow)
  }, [stage])
  return (
    <div ref={host} className={styles.areas}>
      {seam && (
        <span
          className={styles.seam}
          style={{ left: seam.x, top: seam.top, height: seam.bottom - seam.top }}
          aria-hidden="true"
        />
      )}
      {titles.map((title) => (
        <Title key={title.area} title={title} />
      ))}
    </div>
  )
}

const titlesOf = (board: BoardSnapshot): readonly AreaTitle[] => areaTitles(board)

function isAlike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function Title({ title }: { readonly title: AreaTitle }) {
  return (
    <h2 className={styles.title} style={{ left: title.x, top: title.y }}>
      {title.text}
    </h2>
  )
}
