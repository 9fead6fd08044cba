import { type Drawing, paintDrawing, type Theme } from '@second-story/picture'
import { paintedImages } from '../../images/board-pictures.ts'

/** Below this zoom nothing is mounted and words are bars. */
export const FAR_ZOOM = 0.35

/** Below this words are not even bars, and shapes are their first mark. */
const SPECK_ZOOM = 0.16
/** So far away an outline is thinner than a pixel: a shade of it makes a thing a thing. */
const SPECK_SHADE = 0.3

/** An item from far away: its shapes, and a bar where its words stand. */
export function paintFar(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  theme: Theme,
  zoom: number,
  size: { readonly w: number; readonly h: number },
): void {
  if (zoom < SPECK_ZOOM) {
    paintDrawing(context, speckOf(drawing), theme, paintedImages)
    if (drawing.marks[0]?.mark === 'image') return
    const alpha = context.globalAlpha
    context.globalAlpha = alpha * SPECK_SHADE
    context.fillStyle = theme['comp-line']
    context.fillRect(0, 0, size.w, size.h)
    context.globalAlpha = alpha
    return
  }
  paintDrawing(context, { marks: shapesOf(drawing) }, theme, paintedImages)
  const words = drawing.words
  // those of a picture stand on the map only while they are written
  if (!words || drawing.marks[0]?.mark === 'image') return
  const alpha = context.globalAlpha
  context.globalAlpha = alpha * 0.38
  context.fillStyle = theme[words.fill]
  const lines = Math.max(1, Math.min(4, Math.round(words.h / words.lineHeight)))
  for (let line = 0; line < lines; line++) {
    const width = words.w * (line === lines - 1 && lines > 1 ? 0.55 : 0.86)
    context.fillRect(words.x, words.y + (line + 0.3) * words.lineHeight, width, words.lineHeight * 0.42)
  }
  context.globalAlpha = alpha
}

const shapes = new WeakMap<Drawing, Drawing['marks']>()

function shapesOf(drawing: Drawing): Drawing['marks'] {
  let known = shapes.get(drawing)
  if (!known) {
    known = drawing.marks.filter((mark) => mark.mark === 'image' || (mark.mark === 'path' && !mark.turn))
    shapes.set(drawing, known)
  }
  return known
}

const specks = new WeakMap<Drawing, { readonly marks: Drawing['marks'] }>()

function speckOf(drawing: Drawing): { readonly marks: Drawing['marks'] } {
  let known = specks.get(drawing)
  if (!known) {
    known = { marks: shapesOf(drawing).slice(0, 1) }
    specks.set(drawing, known)
  }
  return known
}

/** Arrows from far away, all in one stroke: straight pieces, no heads, no words. */
export function paintFarArrows(
  context: CanvasRenderingContext2D,
  arrows: readonly (readonly number[])[],
  colour: string,
  width: number,
): void {
  if (arrows.length === 0) return
  context.beginPath()
  for (const points of arrows) {
    context.moveTo(points[0] ?? 0, points[1] ?? 0)
    for (let i = 2; i + 1 < points.length; i += 2) context.lineTo(points[i] ?? 0, points[i + 1] ?? 0)
  }
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke()
}
