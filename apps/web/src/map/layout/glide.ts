import type { ItemId } from '@second-story/board'
import type { Box } from '@second-story/board/layout'
import type { Stage } from '../stage/stage.ts'

const MS = 320

/** Shows things on their way from where they stand to where they will; at once for people who want no motion. */
export function glide(stage: Stage, to: ReadonlyMap<ItemId, Box>): Promise<void> {
  const from = new Map(
    [...to].flatMap(([id, end]) => {
      const one = stage.scene.items.get(id)
      return one ? [[id, { start: { x: one.x, y: one.y, w: one.w, h: one.h }, end }] as const] : []
    }),
  )
  if (from.size === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return Promise.resolve()
  const began = performance.now()
  return new Promise((resolve) => {
    const step = (now: number): void => {
      const t = Math.min(1, Math.max(0, (now - began) / MS))
      const k = 1 - (1 - t) ** 3
      stage.hold(new Map([...from].map(([id, { start, end }]) => [id, between(start, end, k)])))
      if (t < 1) requestAnimationFrame(step)
      else resolve()
    }
    requestAnimationFrame(step)
  })
}

function between(a: Box, b: Box, k: number): Box {
  const mix = (from: number, to: number): number => from + (to - from) * k
  return { x: mix(a.x, b.x), y: mix(a.y, b.y), w: mix(a.w, b.w), h: mix(a.h, b.h) }
}
