import type { Theme } from '@second-story/picture'
import { type Box, between, type Point } from '../../geometry/box.ts'
import type { Guide } from '../../geometry/snap.ts'
import type { Gap } from '../../geometry/spacing.ts'
import { knobAt } from '../../scene/hit.ts'
import { sideAt } from '../../scene/side-at.ts'
import type { Stage } from '../../stage/stage.ts'
import type { GestureOf } from '../../tools/gesture.ts'
import type { Overlay } from './overlay.ts'
import { type Context, dot, line, onScreen, ring } from './pen.ts'

/** What the hand is doing now. */
export function paintGesture(context: Context, stage: Stage, overlay: Overlay, theme: Theme): void {
  const { gesture } = overlay
  switch (gesture.kind) {
    case 'rest':
    case 'press':
      return
    case 'resize':
      paintGuides(context, stage, gesture.guides, theme)
      return
    case 'lasso':
      paintLasso(context, stage, gesture.line, theme)
      return
    case 'marquee':
    case 'draw':
      paintSpan(context, onScreen(stage, between(gesture.from, gesture.to)), theme)
      return
    case 'move':
      paintMove(context, stage, gesture, theme)
      return
    case 'link':
      paintLink(context, stage, gesture, theme)
      return
    case 'reattach':
      paintReattach(context, stage, gesture, theme)
  }
}

function paintSpan(context: Context, { x, y, w, h }: Box, theme: Theme): void {
  context.globalAlpha = 0.08
  context.fillStyle = theme.hand
  context.fillRect(x, y, w, h)
  context.globalAlpha = 1
  context.strokeStyle = theme.hand
  context.lineWidth = 1
  context.strokeRect(x + 0.5, y + 0.5, w, h)
}

/** The line drawn round, and lightly what it would close to. */
function paintLasso(context: Context, stage: Stage, points: readonly Point[], theme: Theme): void {
  const [first, ...rest] = points.map((point) => stage.toScreen(point))
  if (!first) return
  context.beginPath()
  context.moveTo(first.x, first.y)
  for (const { x, y } of rest) context.lineTo(x, y)
  context.globalAlpha = 0.08
  context.fillStyle = theme.hand
  context.fill()
  context.globalAlpha = 1
  context.strokeStyle = theme.hand
  context.lineWidth = 1.25
  context.lineJoin = 'round'
  context.stroke()
}

/** Thin lines on which things stand in a row. */
function paintGuides(context: Context, stage: Stage, guides: readonly Guide[], theme: Theme): void {
  context.strokeStyle = theme.hand
  context.lineWidth = 1
  context.globalAlpha = 0.7
  for (const { axis, at, from, to } of guides) {
    const along = (value: number): Point => (axis === 'x' ? { x: at, y: value } : { x: value, y: at })
    line(context, crisp(stage.toScreen(along(from))), crisp(stage.toScreen(along(to))))
  }
  context.globalAlpha = 1
}

/** Half the length of the ticks at both ends of an equal gap, in pixels. */
const TICK = 3.5

function paintGap(context: Context, stage: Stage, gap: Gap, theme: Theme): void {
  const { axis, at, from, to } = gap
  const point = (value: number): Point =>
    crisp(stage.toScreen(axis === 'x' ? { x: value, y: at } : { x: at, y: value }))
  const ends = [point(from), point(to)] as const
  context.strokeStyle = theme.hand
  context.lineWidth = 1
  line(context, ...ends)
  const across = axis === 'x' ? { x: 0, y: TICK } : { x: TICK, y: 0 }
  for (const { x, y } of ends)
    line(context, { x: x - across.x, y: y - across.y }, { x: x + across.x, y: y + across.y })
}

// a line one pixel wide stands in the middle of a pixel
function crisp({ x, y }: Point): Point {
  return { x: Math.round(x) + 0.5, y: Math.round(y) + 0.5 }
}

/** Guides it snaps to, copies where they would lie, the boundary it would be dropped into. */
function paintMove(context: Context, stage: Stage, gesture: GestureOf<'move'>, theme: Theme): void {
  paintGuides(context, stage, gesture.guides, theme)
  for (const gap of gesture.gaps) paintGap(context, stage, gap, theme)
  context.strokeStyle = theme.hand
  context.lineWidth = 1
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
}

function paintLink(context: Context, stage: Stage, gesture: GestureOf<'link'>, theme: Theme): void {
  const over = gesture.over ? stage.scene.items.get(gesture.over) : undefined
  if (over) ring(context, stage, over, theme.hand, 2, 0.16)
  for (const id of gesture.from) {
    const one = stage.scene.items.get(id)
    if (!one) continue
    const to = over ? { x: over.x + over.w / 2, y: over.y + over.h / 2 } : gesture.to
    const end = over ? leaving(over, one) : gesture.to
    pull(context, stage.toScreen(leaving(one, to)), stage.toScreen(end), theme)
  }
}

function paintReattach(context: Context, stage: Stage, gesture: GestureOf<'reattach'>, theme: Theme): void {
  const arrow = stage.scene.arrows.get(gesture.id)
  if (!arrow || gesture.end === 'words') return
  const over = gesture.over ? stage.scene.items.get(gesture.over) : undefined
  if (over) {
    ring(context, stage, over, theme.hand, 2, 0.16)
    // the side at which it would stay
    const side = sideAt(over, gesture.to)
    if (side) dot(context, stage, knobAt(over, side), theme, 5)
  }
  const fixed = gesture.end === 'to' ? arrow.from : arrow.to
  const a = stage.toScreen(leaving(fixed, gesture.to))
  const b = stage.toScreen(gesture.to)
  if (gesture.end === 'to') pull(context, a, b, theme)
  else pull(context, b, a, theme)
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
