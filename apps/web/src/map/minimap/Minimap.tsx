import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { focusView } from '../../board/keyboard/keep-focus.ts'
import { leaveHere } from '../../go/trail.ts'
import { useSession } from '../../session/use-session.ts'
import { drawnTheme } from '../../ui/theme.ts'
import { contains, type Point } from '../geometry/box.ts'
import type { Stage } from '../stage/stage.ts'
import { zoomToFit } from '../stage/zoom.ts'
import styles from './Minimap.module.css'
import { MINI, MiniView } from './mini-view.ts'
import { toBoard, viewOnSheet } from './sheet.ts'
import { say } from './words.ts'

/** Of what is in view, so much is gone on by one press of an arrow key. */
const STEP = 0.25

/** The whole board, small: where one is, where the others are; pressed or pulled it leads there. */
export function Minimap({ stage }: { readonly stage: Stage }) {
  const session = useSession()
  const canvas = useRef<HTMLCanvasElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const mini = useRef<MiniView | null>(null)
  /** from the middle of the view to the hand that pulls it, in pixels of the sheet */
  const grip = useRef<Point | null>(null)
  useEffect(() => {
    if (!canvas.current || !host.current) return
    const made = new MiniView(stage, canvas.current, host.current)
    mini.current = made
    const people = (): void => made.people(session.people.all)
    people()
    const stops = [
      stage.onFrame(() => made.follow()),
      session.people.onMove(people),
      session.people.list.subscribe(people),
      session.live.subscribe(({ items }) => items.size > 0 && made.stale()),
      drawnTheme.subscribe(() => made.stale()),
    ]
    return () => {
      for (const stop of stops) stop()
      made.close()
      mini.current = null
    }
  }, [stage, session])

  const lookAt = (middle: Point, ms: number): void => {
    const { w, h } = stage.size()
    const { zoom } = stage.view
    stage.onOwnGesture?.()
    stage.look({ x: w / 2 - middle.x * zoom, y: h / 2 - middle.y * zoom, zoom }, ms)
  }
  const at = (event: PointerEvent): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - box.x, y: event.clientY - box.y }
  }
  const down = (event: PointerEvent): void => {
    const sheet = mini.current?.sheet
    if (!sheet || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const hand = at(event)
    const view = viewOnSheet(sheet, stage.area(), MINI)
    leaveHere()
    if (contains(view, hand)) {
      grip.current = { x: hand.x - (view.x + view.w / 2), y: hand.y - (view.y + view.h / 2) }
      return
    }
    grip.current = { x: 0, y: 0 }
    lookAt(toBoard(sheet, hand), 160)
  }
  const move = (event: PointerEvent): void => {
    const sheet = mini.current?.sheet
    if (!sheet || !grip.current) return
    const hand = at(event)
    lookAt(toBoard(sheet, { x: hand.x - grip.current.x, y: hand.y - grip.current.y }), 0)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    const { x, y, w, h } = stage.area()
    if (step) lookAt({ x: x + w / 2 + step[0] * w * STEP, y: y + h / 2 + step[1] * h * STEP }, 120)
    else if (event.key === 'Home') zoomToFit()
    else if (event.key === 'Escape') focusView()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={host}
      className={styles.mini}
      role="application"
      aria-label={say.name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the view while it has the focus
      tabIndex={0}
      data-over-map
      data-minimap
      onKeyDown={onKeyDown}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => {
        grip.current = null
      }}
      onPointerCancel={() => {
        grip.current = null
      }}
    >
      <canvas ref={canvas} style={{ width: MINI.w, height: MINI.h }} />
    </div>
  )
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
