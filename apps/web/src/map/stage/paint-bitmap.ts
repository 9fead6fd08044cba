import { type Arrow, paintDrawing, type Theme } from '@second-story/picture'
import { paintedImages } from '../../images/board-pictures.ts'
import type { BitmapName } from '../canvas/bitmaps.ts'
import { FAR_ZOOM, paintFar, paintFarArrows } from '../canvas/paint-far.ts'
import type { Gallery } from '../drawing/gallery.ts'
import { type Box, overlaps } from '../geometry/box.ts'
import type { InkLayer } from '../ink/ink-layer.ts'
import type { Scene, SceneArrow, SceneItem } from '../scene/scene.ts'
import type { Light } from './light.ts'

/** Where and how large a bitmap is drawn in this frame. */
export interface Frame {
  readonly context: CanvasRenderingContext2D
  /** the part of the board that is drawn */
  readonly area: Box
  readonly zoom: number
  readonly theme: Theme
  /** ms, of this frame */
  readonly now: number
}

/** What the painter has to know of the stage. */
export interface Painted {
  readonly scene: Scene
  readonly gallery: Gallery
  readonly light: Light
  readonly ink: InkLayer
  readonly moving: ReadonlySet<SceneItem>
  readonly isFar: boolean
  /** React Flow shows it, so that the canvas need not */
  isMounted(one: SceneItem): boolean
}

/**
 * Draws one bitmap of the map. From below: boundaries and frames; what lies still; what is lit, over the rest that is
 * dimmed as a whole; what is under a hand, the only one drawn in each frame of a drag.
 */
export function paintBitmap(name: BitmapName, frame: Frame, of: Painted): void {
  const { moving, light } = of
  const isMoving = (one: SceneArrow): boolean => moving.has(one.from) || moving.has(one.to)
  switch (name) {
    case 'ground':
      paintContainers(frame, of)
      of.ink.paintUnder(frame, of.light.lit ? 0.4 : 1)
      return
    case 'still':
      paintArrows(frame, of, (one) => !isMoving(one) && !light.hasArrow(one))
      paintItems(frame, of, (one) => !moving.has(one) && !light.hasItem(one))
      return
    case 'lit':
      if (!light.lit) return
      paintArrows(frame, of, (one) => !isMoving(one) && light.hasArrow(one))
      paintItems(frame, of, (one) => !moving.has(one) && light.hasItem(one))
      return
    case 'moving':
      if (moving.size === 0) return
      paintArrows(frame, of, isMoving)
      paintItems(frame, of, (one) => moving.has(one))
  }
}

function paintContainers(frame: Frame, of: Painted): void {
  for (const one of of.scene.painted()) {
    if (!one.container) break
    if (!overlaps(one, frame.area)) continue
    frame.context.globalAlpha = of.light.fading(one.id, frame.now) * of.light.presence(one.id, frame.now)
    paintItem(frame, of, one)
  }
}

function paintArrows(frame: Frame, of: Painted, which: (one: SceneArrow) => boolean): void {
  const { context, area, theme, zoom } = frame
  const far = new Map<string, (readonly number[])[]>()
  // words over all lines, so that no other arrow strikes them through
  const said: { readonly marks: Arrow['words']; readonly alpha: number }[] = []
  for (const one of of.scene.arrows.values()) {
    if (!which(one) || !isNear(one, area)) continue
    const arrow = of.gallery.arrow(one, of.light.hasArrow(one))
    if (!overlaps(arrow.box, area)) continue
    const alpha = (of.light.lit ? 1 : of.light.ofArrow(one)) * of.light.presenceOfArrow(one, frame.now)
    if (of.isFar && alpha === 1) {
      const first = arrow.lines[0]
      const colour = theme[first?.mark === 'path' ? (first.stroke ?? 'arrow') : 'arrow']
      const list = far.get(colour)
      if (list) list.push(arrow.points)
      else far.set(colour, [arrow.points])
      continue
    }
    context.globalAlpha = alpha
    paintDrawing(context, { marks: arrow.lines }, theme)
    if (arrow.words.length > 0) said.push({ marks: arrow.words, alpha })
  }
  for (const { marks, alpha } of said) {
    context.globalAlpha = alpha
    paintDrawing(context, { marks }, theme)
  }
  // thousands of lines over each other are a wall; faint ones are a texture in which the thick places show
  context.globalAlpha = Math.min(1, 0.25 + zoom * 2)
  for (const [colour, list] of far) paintFarArrows(context, list, colour, Math.max(1.4, 0.5 / zoom))
  context.globalAlpha = 1
}

function paintItems(frame: Frame, of: Painted, which: (one: SceneItem) => boolean): void {
  const { context, area } = frame
  for (const one of of.scene.painted()) {
    if (one.container || !which(one) || !overlaps(one, area)) continue
    if (!of.isFar && of.isMounted(one)) continue
    context.globalAlpha = (of.light.lit ? 1 : of.light.of(one.id)) * of.light.presence(one.id, frame.now)
    paintItem(frame, of, one)
  }
  context.globalAlpha = 1
}

function paintItem({ context, zoom, theme }: Frame, { gallery }: Painted, one: SceneItem): void {
  const drawing = gallery.drawing(one)
  context.save()
  context.translate(one.x, one.y)
  if (zoom < FAR_ZOOM && !one.container) paintFar(context, drawing, theme, zoom, one)
  else paintDrawing(context, drawing, theme, paintedImages)
  context.restore()
}

/** Room that an arrow may take beyond its two ends, in canvas units: elbows, loops, words. */
const SLACK = 160

function isNear({ from, to }: SceneArrow, area: Box): boolean {
  return (
    Math.min(from.x, to.x) - SLACK < area.x + area.w &&
    Math.max(from.x + from.w, to.x + to.w) + SLACK > area.x &&
    Math.min(from.y, to.y) - SLACK < area.y + area.h &&
    Math.max(from.y + from.h, to.y + to.h) + SLACK > area.y
  )
}
