import { paintDrawing, type Theme } from '@second-story/picture'
import type { Box, Point } from '../../geometry/box.ts'
import type { SceneItem } from '../../scene/scene.ts'
import type { Stage } from '../../stage/stage.ts'

export type Context = CanvasRenderingContext2D

/** The outline of an item in a colour; `soft` is how strong the wide glow under it is, 0 to 1. */
export function ring(
  context: Context,
  stage: Stage,
  one: SceneItem,
  colour: string,
  width: number,
  soft: number,
): void {
  const { zoom } = stage.view
  const at = stage.toScreen(one)
  const path = outlineOf(stage.gallery.drawing(one).outline)
  context.save()
  context.translate(at.x, at.y)
  context.scale(zoom, zoom)
  context.strokeStyle = colour
  context.lineJoin = 'round'
  if (soft > 0) {
    context.globalAlpha = soft
    context.lineWidth = 12 / Math.max(0.5, zoom)
    context.stroke(path)
    context.globalAlpha = 1
  }
  context.lineWidth = width / zoom
  context.stroke(path)
  context.restore()
}

/** Stamps, and labels of boundaries, hang over the edge, and over the ring on it. */
export function stampsAgain(context: Context, stage: Stage, one: SceneItem, theme: Theme): void {
  const { marks: all } = stage.gallery.drawing(one)
  const marks = one.container ? all.slice(1) : all.filter((mark) => mark.mark !== 'image' && mark.turn)
  if (marks.length === 0 || stage.isFar) return
  const { zoom } = stage.view
  const at = stage.toScreen(one)
  context.save()
  context.translate(at.x, at.y)
  context.scale(zoom, zoom)
  paintDrawing(context, { marks }, theme)
  context.restore()
}

const outlines = new Map<string, Path2D>()

function outlineOf(d: string): Path2D {
  let path = outlines.get(d)
  if (!path) {
    if (outlines.size > 2000) outlines.clear()
    path = new Path2D(d)
    outlines.set(d, path)
  }
  return path
}

export function dot(context: Context, stage: Stage, point: Point, theme: Theme, radius: number): void {
  const at = stage.toScreen(point)
  context.beginPath()
  context.arc(at.x, at.y, radius, 0, 2 * Math.PI)
  context.fillStyle = theme.sheet
  context.fill()
  context.strokeStyle = theme.hand
  context.lineWidth = 2
  context.stroke()
}

export function square(context: Context, stage: Stage, point: Point, theme: Theme): void {
  const at = stage.toScreen(point)
  context.beginPath()
  context.roundRect(at.x - 4, at.y - 4, 8, 8, 2)
  context.fillStyle = theme.sheet
  context.fill()
  context.strokeStyle = theme.hand
  context.lineWidth = 1.5
  context.stroke()
}

/** A short bar along a side that can be pulled. */
export function bar(context: Context, stage: Stage, point: Point, theme: Theme, along: 'x' | 'y'): void {
  const at = stage.toScreen(point)
  const [w, h] = along === 'x' ? [14, 5] : [5, 14]
  context.beginPath()
  context.roundRect(at.x - w / 2, at.y - h / 2, w, h, 2.5)
  context.fillStyle = theme.sheet
  context.fill()
  context.strokeStyle = theme.hand
  context.lineWidth = 1.5
  context.stroke()
}

/** The head of a pin at the upper left of what stays where it lies. */
export function pin(context: Context, stage: Stage, one: Box, theme: Theme): void {
  const at = stage.toScreen(one)
  context.beginPath()
  context.arc(at.x, at.y, 7, 0, 2 * Math.PI)
  context.fillStyle = theme.hand
  context.fill()
  context.strokeStyle = theme.sheet
  context.lineWidth = 1.5
  context.lineCap = 'round'
  line(context, { x: at.x - 2.6, y: at.y - 3 }, { x: at.x + 2.6, y: at.y - 3 })
  line(context, { x: at.x - 2.6, y: at.y + 0.5 }, { x: at.x + 2.6, y: at.y + 0.5 })
  line(context, { x: at.x, y: at.y - 3 }, { x: at.x, y: at.y + 4 })
  context.lineCap = 'butt'
}

export function line(context: Context, a: Point, b: Point): void {
  context.beginPath()
  context.moveTo(a.x, a.y)
  context.lineTo(b.x, b.y)
  context.stroke()
}

/** A box of the board in pixels of the screen. */
export function onScreen(stage: Stage, box: Box): Box {
  const at = stage.toScreen(box)
  const { zoom } = stage.view
  return { x: at.x, y: at.y, w: box.w * zoom, h: box.h * zoom }
}
