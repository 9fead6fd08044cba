import type { StrokeShape } from '@second-story/board'
import { drawStroke, paintDrawing, THEMES, type Theme } from '@second-story/picture'
import type { Context } from '../canvas/overlay/pen.ts'
import type { Stage } from '../stage/stage.ts'
import { markOf } from './paint-ink.ts'
import { TRAIL_MS, type Trail } from './trail.ts'

/** Pixels of a laser where the hand is; it thins out behind it. */
const BEAM = 5

/** Draws in units of the board, over everything on the map. */
export function onBoard(context: Context, stage: Stage, draw: () => void): void {
  const { x, y, zoom } = stage.view
  context.save()
  context.translate(x, y)
  context.scale(zoom, zoom)
  draw()
  context.restore()
}

/** Lines that are being drawn. */
export function paintWet(
  context: Context,
  stage: Stage,
  shapes: readonly StrokeShape[],
  ended: boolean,
): void {
  if (shapes.length === 0) return
  onBoard(context, stage, () => {
    paintDrawing(context, { marks: shapes.map((shape) => drawStroke(shape, ended)) }, THEMES[stage.theme])
  })
}

/** Strokes under a hand, where it has carried them. */
export function paintHeld(context: Context, stage: Stage): void {
  const { held, by, strokes } = stage.ink.scene
  if (held.size === 0) return
  const marks = [...held].flatMap((id) => {
    const stroke = strokes.get(id)
    return stroke ? [markOf(stroke)] : []
  })
  onBoard(context, stage, () => {
    context.translate(by.x, by.y)
    paintDrawing(context, { marks }, THEMES[stage.theme])
  })
}

/** A laser's last second; true while something of it is seen. */
export function paintTrail(
  context: Context,
  stage: Stage,
  trail: Trail,
  colour: string,
  now: number,
  theme: Theme,
): boolean {
  const points = trail.seen(now)
  if (points.length === 0) return false
  context.lineCap = 'round'
  for (const paint of [
    { colour: theme.paper, more: 3, alpha: 0.5 },
    { colour, more: 0, alpha: 1 },
  ]) {
    context.strokeStyle = paint.colour
    for (const [i, point] of points.entries()) {
      const age = 1 - (now - point.at) / TRAIL_MS
      const from = stage.toScreen((!point.isFirst && points[i - 1]) || point)
      const to = stage.toScreen(point)
      context.globalAlpha = Math.max(0, age) * paint.alpha
      context.lineWidth = BEAM * (0.3 + 0.7 * age) + paint.more
      context.beginPath()
      context.moveTo(from.x, from.y)
      context.lineTo(to.x, to.y + 0.01)
      context.stroke()
    }
  }
  context.globalAlpha = 1
  context.lineCap = 'butt'
  return true
}
