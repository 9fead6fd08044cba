import { useEffect, useRef, useState } from 'react'
import { useCell } from '../../session/cell.ts'
import { useConduct, useSession } from '../../session/use-session.ts'
import { currentStage } from '../stage/current-stage.ts'
import styles from './AreaTitles.module.css'
import { type TwoAreas, twoAreas } from './two-areas.ts'

const NONE: TwoAreas = { system: null, story: null, seam: null }
/** Canvas units between a title and what it stands over. */
const ABOVE = 20

/** “Our system” and “How it came about”, each over its own things, and the seam between them. They never dim. */
export function AreaTitles() {
  const session = useSession()
  const stage = useCell(currentStage)
  const { kind } = useConduct()
  const [areas, setAreas] = useState(NONE)
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!stage) return
    const read = (): void => {
      const next = twoAreas(stage.scene.items.values())
      setAreas((was) => (JSON.stringify(was) === JSON.stringify(next) ? was : next))
    }
    read()
    return session.live.subscribe(() => requestAnimationFrame(read))
  }, [session, stage])
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
  const { system, story, seam } = areas
  const titled = (system && story) || kind === 'incident-review' || kind === 'chaos-day'
  return (
    <div ref={host} className={styles.areas}>
      {seam && (
        <span
          className={styles.seam}
          style={{ left: seam.x, top: seam.top, height: seam.bottom - seam.top }}
          aria-hidden="true"
        />
      )}
      {titled && system && <Title words="Our system" x={system.x} y={system.y} />}
      {titled && story && <Title words="How it came about" x={story.x} y={story.y} />}
    </div>
  )
}

function Title({ words, x, y }: { readonly words: string; readonly x: number; readonly y: number }) {
  return (
    <h2 className={styles.title} style={{ left: x + 2, top: y - ABOVE }}>
      {words}
    </h2>
  )
}
