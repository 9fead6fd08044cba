import { pointAlong } from '@second-story/picture'
import { useEffect, useRef } from 'react'
import type { Point } from '../map/geometry/box.ts'
import type { Stage } from '../map/stage/stage.ts'
import styles from './Flows.module.css'
import type { Played } from './play.ts'

/** How long the dot takes along its arrow. */
const WAY_MS = 900
/** Where the first badge of an arrow stands, and how far apart those of several steps are, as shares of its line. */
const FIRST = 0.28
const APART = 0.16

/** Over the map while a flow is played: a number at each step, and a dot that goes along the arrow of this one. */
export function FlowLayer({ stage, played }: { readonly stage: Stage; readonly played: Played }) {
  const host = useRef<HTMLDivElement>(null)
  const dot = useRef<HTMLSpanElement>(null)
  const { steps, at } = played
  const now = steps[at]?.id
  useEffect(() => {
    const began = performance.now()
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    let asked = 0
    const paint = (): void => {
      const spots = spotsOf(stage, played)
      for (const badge of host.current?.querySelectorAll<HTMLElement>('[data-step]') ?? []) {
        const spot = spots.get(badge.dataset.step ?? '')
        badge.hidden = !spot
        if (spot) put(badge, stage.toScreen(spot))
      }
      const t = still ? 1 : Math.min(1, (performance.now() - began) / WAY_MS)
      const arrow = arrowOf(stage, played)
      if (dot.current) {
        dot.current.hidden = !arrow
        if (arrow) put(dot.current, stage.toScreen(pointAlong(arrow, eased(t))))
      }
      if (t < 1 && asked === 0)
        asked = requestAnimationFrame(() => {
          asked = 0
          paint()
        })
    }
    paint()
    const stop = stage.onFrame(paint)
    return () => {
      stop()
      cancelAnimationFrame(asked)
    }
  }, [stage, played])
  return (
    <div ref={host} className={styles.layer} aria-hidden="true">
      {steps.map(({ id }, index) => (
        <span key={id} data-step={id} className={styles.badge} data-now={id === now || undefined}>
          {index + 1}
        </span>
      ))}
      <span ref={dot} className={styles.runner} />
    </div>
  )
}

function put(element: HTMLElement, { x, y }: Point): void {
  element.style.transform = `translate(${x}px,${y}px) translate(-50%,-50%)`
}

function eased(t: number): number {
  return t < 0.5 ? 2 * t * t : 1 - (2 - 2 * t) ** 2 / 2
}

function arrowOf(stage: Stage, { steps, at }: Played): readonly number[] | null {
  const arrow = steps[at]?.arrow
  const drawn = arrow && stage.scene.arrows.get(arrow.id)
  return drawn ? stage.gallery.arrow(drawn, true).points : null
}

/** Where the number of each step stands: along its arrow, or on the upper left corner of its thing. */
function spotsOf(stage: Stage, { steps }: Played): ReadonlyMap<string, Point> {
  const taken = new Map<string, number>()
  const out = new Map<string, Point>()
  for (const { id, arrow, at, target } of steps) {
    const before = taken.get(target) ?? 0
    taken.set(target, before + 1)
    const drawn = arrow && stage.scene.arrows.get(arrow.id)
    const thing = at && stage.scene.items.get(at.id)
    if (drawn) {
      const share = Math.min(0.92, FIRST + before * APART)
      out.set(id, pointAlong(stage.gallery.arrow(drawn).points, share))
    } else if (thing) out.set(id, { x: thing.x + before * 24, y: thing.y })
  }
  return out
}
