import type { Stroke, StrokeId } from '@second-story/board'
import {
  drawStroke,
  inkOpacity,
  inkPaint,
  inkWidth,
  type PathMark,
  paintDrawing,
  type Theme,
} from '@second-story/picture'
import { FAR_ZOOM } from '../canvas/paint-far.ts'
import { type Box, grow, overlaps } from '../geometry/box.ts'

/** Outlines made in one frame, at most: more come in the frames after, and until then a line stands for each. */
const MADE_A_FRAME = 200
/** How much of a stroke is left under an eraser. */
const FADED = 0.22

export interface InkFrame {
  readonly context: CanvasRenderingContext2D
  readonly area: Box
  readonly zoom: number
  readonly theme: Theme
}

interface Shown {
  readonly list: readonly Stroke[]
  readonly held: ReadonlySet<StrokeId>
  readonly fading: ReadonlySet<StrokeId>
}

const marks = new WeakMap<Stroke, PathMark>()

/** A stroke's mark, made once: its path is parsed once as well, and kept with it. */
export function markOf(stroke: Stroke): PathMark {
  let mark = marks.get(stroke)
  if (!mark) {
    mark = drawStroke(stroke)
    marks.set(stroke, mark)
  }
  return mark
}

/**
 * Paints the strokes of one kind that lie in the area. From far away all of one colour and width are one line, drawn at once. True
 * when some were only sketched, so that another frame should make them whole.
 */
export function paintInk(
  frame: InkFrame,
  kind: Stroke['kind'],
  { list, held, fading }: Shown,
  opacity = 1,
): boolean {
  const { context, area, zoom, theme } = frame
  const sketched = new Map<string, Stroke[]>()
  const isFar = zoom < FAR_ZOOM
  let made = 0
  for (const stroke of list) {
    if (stroke.kind !== kind || held.has(stroke.id)) continue
    if (!overlaps(grow(stroke.box, inkWidth(stroke)), area)) continue
    const isMade = marks.has(stroke)
    if (isFar || (!isMade && made >= MADE_A_FRAME)) {
      const key = `${stroke.colour} ${stroke.width} ${fading.has(stroke.id)}`
      const some = sketched.get(key)
      if (some) some.push(stroke)
      else sketched.set(key, [stroke])
      continue
    }
    if (!isMade) made++
    context.globalAlpha = opacity * (fading.has(stroke.id) ? FADED : 1)
    paintDrawing(context, { marks: [markOf(stroke)] }, theme)
  }
  for (const some of sketched.values()) {
    const [first] = some
    if (first) context.globalAlpha = opacity * (fading.has(first.id) ? FADED : 1) * inkOpacity(first)
    sketchAll(frame, some)
  }
  context.globalAlpha = 1
  return !isFar && sketched.size > 0
}

/** Strokes of one look, as one line from point to point. */
function sketchAll({ context, zoom, theme }: InkFrame, strokes: readonly Stroke[]): void {
  const [first] = strokes
  if (!first) return
  context.beginPath()
  for (const { points } of strokes) {
    context.moveTo(points[0] ?? 0, points[1] ?? 0)
    if (points.length === 2) context.lineTo((points[0] ?? 0) + 0.1, points[1] ?? 0)
    // far away a hand's tremble is less than a pixel: every third point tells as much
    const step = zoom < FAR_ZOOM && points.length > 120 ? 6 : 2
    for (let i = step; i + 1 < points.length; i += step) context.lineTo(points[i] ?? 0, points[i + 1] ?? 0)
    context.lineTo(points.at(-2) ?? 0, points.at(-1) ?? 0)
  }
  context.strokeStyle = theme[inkPaint(first)]
  context.lineWidth = Math.max(inkWidth(first), 0.7 / zoom)
  context.lineCap = first.kind === 'pen' ? 'round' : 'butt'
  context.lineJoin = 'round'
  context.stroke()
  context.lineCap = 'butt'
}
