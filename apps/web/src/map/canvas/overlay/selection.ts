import type { Theme } from '@second-story/picture'
import { CORNERS, handleAt } from '../../geometry/resize.ts'
import { hasKnobs, knobAt, sidesOf } from '../../scene/hit.ts'
import type { SceneItem } from '../../scene/scene.ts'
import type { Stage } from '../../stage/stage.ts'
import { groupBox } from './group-box.ts'
import type { Overlay } from './overlay.ts'
import { bar, type Context, dot, onScreen, pin, ring, square, stampsAgain } from './pen.ts'

const SIDES = ['w', 'e', 'n', 's'] as const

/** What I have selected: a ring round each thing, and one box round several. */
export function paintSelection(context: Context, stage: Stage, overlay: Overlay, theme: Theme): void {
  for (const id of overlay.items) {
    const one = stage.scene.items.get(id)
    if (!one || id === overlay.editing) continue
    ring(context, stage, one, theme.hand, 2, 0.16)
    stampsAgain(context, stage, one, theme)
    if (one.item.place?.pinned) pin(context, stage, one, theme)
  }
  const choosing = overlay.gesture.kind === 'marquee' || overlay.gesture.kind === 'lasso'
  if (!choosing) paintGroup(context, stage, overlay, theme)
}

/** What the find bar has found. */
export function paintMatches(context: Context, stage: Stage, overlay: Overlay, theme: Theme): void {
  const { items, relations, at } = overlay.matches
  for (const id of items) {
    const one = stage.scene.items.get(id)
    if (!one) continue
    if (at === id) ring(context, stage, one, theme.hand, 3, 0.4)
    else ring(context, stage, one, theme.hand, 1.5, 0.14)
    stampsAgain(context, stage, one, theme)
  }
  for (const id of relations) {
    const arrow = stage.scene.arrows.get(id)
    if (arrow) alongside(context, stage, stage.gallery.arrow(arrow, true).points, theme, at === id)
  }
}

/** Something that was asked for glows once. */
export function paintGlow(context: Context, stage: Stage, overlay: Overlay, theme: Theme): void {
  if (!overlay.glow) return
  const one = stage.scene.items.get(overlay.glow.id)
  if (one) ring(context, stage, one, theme.hand, 2, 0.45 * (1 - overlay.glow.t))
}

/** Knobs to pull arrows from, corners to resize by, ends of an arrow to move; only where a hand may use them. */
export function paintHandles(context: Context, stage: Stage, overlay: Overlay, theme: Theme): void {
  if (!overlay.mayWrite || overlay.gesture.kind !== 'rest') return
  const [only] = overlay.items
  const one = overlay.items.size === 1 && only ? stage.scene.items.get(only) : undefined
  if (one && one.id !== overlay.editing && one.w * stage.view.zoom > 40) {
    if (hasKnobs(one)) for (const side of sidesOf(one)) dot(context, stage, knobAt(one, side), theme, 4.5)
    if (isSized(one) && !one.item.place?.pinned) {
      for (const corner of CORNERS)
        if (corner.length === 2) square(context, stage, handleAt(one, corner), theme)
      const sides = one.container ? SIDES : one.item.type === 'text' ? SIDES.slice(0, 2) : []
      for (const side of sides)
        bar(context, stage, handleAt(one, side), theme, side === 'n' || side === 's' ? 'x' : 'y')
    }
  }
  const group = groupBox(stage, overlay.items)
  if (group) {
    for (const corner of CORNERS)
      if (corner.length === 2) square(context, stage, handleAt(group, corner), theme)
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

/** A soft band along an arrow. */
function alongside(
  context: Context,
  stage: Stage,
  points: readonly number[],
  theme: Theme,
  isAt: boolean,
): void {
  context.save()
  context.beginPath()
  for (let i = 0; i + 1 < points.length; i += 2) {
    const to = stage.toScreen({ x: points[i] ?? 0, y: points[i + 1] ?? 0 })
    if (i === 0) context.moveTo(to.x, to.y)
    else context.lineTo(to.x, to.y)
  }
  context.strokeStyle = theme.hand
  context.lineCap = context.lineJoin = 'round'
  context.globalAlpha = isAt ? 0.4 : 0.18
  context.lineWidth = isAt ? 12 : 9
  context.stroke()
  context.restore()
}

function paintGroup(context: Context, stage: Stage, overlay: Overlay, theme: Theme): void {
  const box = groupBox(stage, overlay.items)
  if (!box) return
  context.strokeStyle = theme.hand
  context.lineWidth = 1
  context.setLineDash([3, 4])
  const at = onScreen(stage, box)
  context.strokeRect(at.x, at.y, at.w, at.h)
  context.setLineDash([])
}

/** What is often made larger shows its corners; everything else has them too, unseen: its words say how large it is. */
function isSized({ container, item: { type } }: SceneItem): boolean {
  return (
    container ||
    type === 'note' ||
    type === 'text' ||
    type === 'question' ||
    type === 'insight' ||
    type === 'image'
  )
}
