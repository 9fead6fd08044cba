import { type Drawing, paintDrawing, type Theme } from '@second-story/picture'

/** Below this zoom nothing is mounted and words are bars. */
export const FAR_ZOOM = 0.35

/** An item from far away: its shapes, and a bar where its words stand. */
export function paintFar(context: CanvasRenderingContext2D, drawing: Drawing, theme: Theme): void {
  paintDrawing(context, { marks: shapesOf(drawing) }, theme)
  const words = drawing.words
  if (!words) return
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
    known = drawing.marks.filter((mark) => mark.mark === 'path' && !mark.turn)
    shapes.set(drawing, known)
  }
  return known
}
