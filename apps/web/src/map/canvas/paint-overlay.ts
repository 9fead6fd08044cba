import type { ItemId, RelationId } from '@second-story/board'
import { paintDrawing, THEMES, type Theme } from '@second-story/picture'
import type { Person } from '../../presence/people.ts'
import { type Box, between, type Point } from '../geometry/box.ts'
import { CORNERS, handleAt } from '../geometry/resize.ts'
import { hasKnobs, knobAt, sidesOf } from '../scene/hit.ts'
import type { SceneItem } from '../scene/scene.ts'
import type { Stage } from '../stage/stage.ts'
import type { Gesture } from '../tools/gesture.ts'

type Context = CanvasRenderingContext2D

/** What lies over the map at this moment. */
export interface Overlay {
  readonly items: ReadonlySet<ItemId>
  readonly relations: ReadonlySet<RelationId>
  readonly gesture: Gesture
  readonly people: readonly Person[]
  readonly matches: ReadonlySet<ItemId>
  /** an item that glows once, and how far the glow is (0 to 1) */
  readonly glow: { readonly id: ItemId; readonly t: number } | null
  readonly editing: ItemId | null
  readonly mayWrite: boolean
  /** `--who-n` as a colour */
  whoColour(n: number): string
}

/** Draws selection, knobs, guides, the marquee, arrows being pulled and other people's hands, in pixels of the screen. */
export function paintOverlay(context: Context, stage: Stage, overlay: Overlay): void {
  const theme = THEMES[stage.theme]
  paintOthers(context, stage, overlay)
  paintMatches(context, stage, overlay, theme)
  for (const id of overlay.items) {
    const one = stage.scene.items.get(id)
    if (!one || id === overlay.editing) continue
    ring(context, stage, one, theme.hand, 2, 0.16)
    stampsAgain(context, stage, one, theme)
  }
  if (overlay.items.size > 1) paintGroup(context, stage, overlay, theme)
  paintGlow(context, stage, overlay, theme)
  paintHandles(context, stage, overlay, theme)
  paintGesture(context, stage, overlay, theme)
}

function ring(
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

// stamps, and labels of boundaries, hang over the edge, and over the ring on it
function stampsAgain(context: Context, stage: Stage, one: SceneItem, theme: Theme): void {
  const { marks: all } = stage.gallery.drawing(one)
  const marks = one.container ? all.slice(1) : all.filter((mark) => mark.turn)
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

function paintGroup(context: Context, stage: Stage, overlay: Overlay, theme: Theme): void {
  const box = stage.bounds(overlay.items)
  if (!box) return
  context.strokeStyle = theme.hand
  context.lineWidth = 1
  context.setLineDash([3, 4])
  const at = onScreen(stage, box)
  context.strokeRect(at.x - 8, at.y - 8, at.w + 16, at.h + 16)
  context.setLineDash([])
}

function paintHandles(context: Context, stage: Stage, overlay: Overlay, theme: Theme): void {
  if (!overlay.mayWrite || overlay.gesture.kind !== 'rest') return
  const [only] = overlay.items
  const one = overlay.items.size === 1 && only ? stage.scene.items.get(only) : undefined
  if (one && one.id !== overlay.editing && one.w * stage.view.zoom > 40) {
    if (hasKnobs(one)) for (const side of sidesOf(one)) dot(context, stage, knobAt(one, side), theme, 4.5)
    if (one.container) {
      for (const corner of CORNERS)
        if (corner.length === 2) square(context, stage, handleAt(one, corner), theme)
    }
  }
  const [relation] = overlay.relations
  const arrow =
    overlay.items.size === 0 && overlay.relations.size === 1 && relation
      ? stage.scene.arrows.get(relation)
      : undefined
  if (arrow) {
    const { points } = stage.gallery.arrow(arrow, true)
    for (const [x, y] of [points.slice(0, 2), points.slice(-2)])
      dot(context, stage, { x: x ?? 0, y: y ?? 0 }, theme, 4.5)
  }
}

function paintGesture(context: Context, stage: Stage, overlay: Overlay, theme: Theme): void {
  const { gesture } = overlay
  switch (gesture.kind) {
    case 'rest':
    case 'press':
      return
    case 'marquee':
    case 'draw': {
      const { x, y, w, h } = onScreen(stage, between(gesture.from, gesture.to))
      context.globalAlpha = 0.08
      context.fillStyle = theme.hand
      context.fillRect(x, y, w, h)
      context.globalAlpha = 1
      context.strokeStyle = theme.hand
      context.lineWidth = 1
      context.strokeRect(x + 0.5, y + 0.5, w, h)
      return
    }
    case 'move': {
      context.strokeStyle = theme.hand
      context.lineWidth = 1
      for (const guide of gesture.guides) {
        const a = stage.toScreen(
          guide.axis === 'x' ? { x: guide.at, y: guide.from } : { x: guide.from, y: guide.at },
        )
        const b = stage.toScreen(
          guide.axis === 'x' ? { x: guide.at, y: guide.to } : { x: guide.to, y: guide.at },
        )
        context.globalAlpha = 0.7
        line(context, a, b)
        context.globalAlpha = 1
      }
      if (gesture.copy) {
        context.setLineDash([4, 4])
        for (const box of gesture.now.values()) {
          const { x, y, w, h } = onScreen(stage, box)
          context.strokeRect(x, y, w, h)
        }
        context.setLineDash([])
      }
      const into = gesture.into && stage.scene.items.get(gesture.into)
      if (into) ring(context, stage, into, theme.hand, 1.5, 0)
      return
    }
    case 'resize':
      return
    case 'link': {
      const over = gesture.over ? stage.scene.items.get(gesture.over) : undefined
      if (over) ring(context, stage, over, theme.hand, 2, 0.16)
      for (const id of gesture.from) {
        const one = stage.scene.items.get(id)
        if (!one) continue
        const to = over ? { x: over.x + over.w / 2, y: over.y + over.h / 2 } : gesture.to
        pull(
          context,
          stage.toScreen(leaving(one, to)),
          stage.toScreen(over ? leaving(over, one) : gesture.to),
          theme,
        )
      }
      return
    }
    case 'reattach': {
      const arrow = stage.scene.arrows.get(gesture.id)
      if (!arrow) return
      const fixed = gesture.end === 'to' ? arrow.from : arrow.to
      const over = gesture.over ? stage.scene.items.get(gesture.over) : undefined
      if (over) ring(context, stage, over, theme.hand, 2, 0.16)
      const a = stage.toScreen(leaving(fixed, gesture.to))
      const b = stage.toScreen(gesture.to)
      if (gesture.end === 'to') pull(context, a, b, theme)
      else pull(context, b, a, theme)
    }
  }
}

/** An arrow being pulled: dotted, in the colour of the hand. */
function pull(context: Context, a: Point, b: Point, theme: Theme): void {
  context.strokeStyle = theme.hand
  context.fillStyle = theme.hand
  context.lineWidth = 2
  context.setLineDash([2, 5])
  context.lineCap = 'round'
  line(context, a, b)
  context.setLineDash([])
  context.lineCap = 'butt'
  const angle = Math.atan2(b.y - a.y, b.x - a.x)
  context.save()
  context.translate(b.x, b.y)
  context.rotate(angle)
  context.beginPath()
  context.moveTo(2, 0)
  context.lineTo(-7, -4.2)
  context.lineTo(-7, 4.2)
  context.fill()
  context.restore()
}

// where a straight line towards `to` leaves a box
function leaving(box: Box, to: Point): Point {
  const cx = box.x + box.w / 2
  const cy = box.y + box.h / 2
  const dx = to.x - cx
  const dy = to.y - cy
  const k = Math.max(Math.abs(dx) / (box.w / 2), Math.abs(dy) / (box.h / 2), 1)
  return { x: cx + dx / k, y: cy + dy / k }
}

function paintOthers(context: Context, stage: Stage, overlay: Overlay): void {
  for (const person of overlay.people) {
    const held = new Set(person.drag?.map((one) => one.id) ?? [])
    const ids = new Set<ItemId>([
      ...(person.selection ?? []),
      ...held,
      ...(person.typing ? [person.typing] : []),
    ])
    if (ids.size === 0) continue
    const colour = overlay.whoColour(person.colour)
    let named = false
    for (const id of ids) {
      const one = stage.scene.items.get(id)
      if (!one) continue
      ring(context, stage, one, colour, held.has(id) ? 2.2 : 1.6, 0)
      if (named) continue
      named = true
      const words = person.typing === id ? `${person.name} is writing` : person.name
      tag(context, stage, one, words, colour)
    }
  }
}

function tag(context: Context, stage: Stage, one: SceneItem, words: string, colour: string): void {
  const at = stage.toScreen(one)
  context.font = '600 11px "Hanken Grotesk", system-ui, sans-serif'
  context.textAlign = 'start'
  const width = context.measureText(words).width + 12
  context.fillStyle = colour
  context.beginPath()
  context.roundRect(at.x, at.y - 21, width, 17, 4)
  context.fill()
  context.fillStyle = stage.theme === 'dark' ? '#16181C' : '#FFFFFF'
  context.fillText(words, at.x + 6, at.y - 8.5)
}

function paintMatches(context: Context, stage: Stage, overlay: Overlay, theme: Theme): void {
  for (const id of overlay.matches) {
    const one = stage.scene.items.get(id)
    if (!one) continue
    ring(context, stage, one, theme.hand, 1.5, 0.14)
    stampsAgain(context, stage, one, theme)
  }
}

function paintGlow(context: Context, stage: Stage, overlay: Overlay, theme: Theme): void {
  if (!overlay.glow) return
  const one = stage.scene.items.get(overlay.glow.id)
  if (one) ring(context, stage, one, theme.hand, 2, 0.45 * (1 - overlay.glow.t))
}

function dot(context: Context, stage: Stage, point: Point, theme: Theme, radius: number): void {
  const at = stage.toScreen(point)
  context.beginPath()
  context.arc(at.x, at.y, radius, 0, 2 * Math.PI)
  context.fillStyle = theme.sheet
  context.fill()
  context.strokeStyle = theme.hand
  context.lineWidth = 2
  context.stroke()
}

function square(context: Context, stage: Stage, point: Point, theme: Theme): void {
  const at = stage.toScreen(point)
  context.beginPath()
  context.roundRect(at.x - 4, at.y - 4, 8, 8, 2)
  context.fillStyle = theme.sheet
  context.fill()
  context.strokeStyle = theme.hand
  context.lineWidth = 1.5
  context.stroke()
}

function line(context: Context, a: Point, b: Point): void {
  context.beginPath()
  context.moveTo(a.x, a.y)
  context.lineTo(b.x, b.y)
  context.stroke()
}

function onScreen(stage: Stage, box: Box): Box {
  const at = stage.toScreen(box)
  const { zoom } = stage.view
  return { x: at.x, y: at.y, w: box.w * zoom, h: box.h * zoom }
}
