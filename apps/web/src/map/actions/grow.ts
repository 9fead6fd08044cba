import { type Item, type ItemTypeName, itemType } from '@second-story/board'
import type { Point } from '../geometry/box.ts'
import { snap } from '../geometry/snap.ts'
import { useMapState } from '../map-state.ts'
import { currentStage } from '../stage/current-stage.ts'
import { viewShowing } from '../stage/look-at.ts'
import type { Stage } from '../stage/stage.ts'
import { draftOf, growingLink, WHAT_MADE_THAT_MAKE_SENSE } from './new-item.ts'
import { nextSpot, openSpot } from './open-spot.ts'

/**
 * Begins something new beside an item, already joined to it. What made a factor or event make sense stands to its
 * left, since it came before; everything else to its right.
 */
export function growFrom(item: Item, type: ItemTypeName): boolean {
  const stage = currentStage.get()
  const one = stage?.scene.items.get(item.id)
  if (!stage) return false
  const { size } = itemType(type)
  const area = stage.area()
  const middle = { x: area.x + area.w / 2, y: area.y + area.h / 2 }
  const spot = one
    ? type === 'factor' && (item.type === 'factor' || item.type === 'event')
      ? openSpot(stage.scene, { x: one.x + one.w / 2, y: one.y + one.h + 44 + size.h / 2 }, size)
      : nextSpot(stage.scene, one, size, 56)
    : openSpot(stage.scene, middle, size)
  const link =
    type === 'idea' || type === 'insight'
      ? { other: item.id, kind: 'from' as const, inward: false }
      : growingLink(type, item)
  const placeholder = type === 'factor' ? WHAT_MADE_THAT_MAKE_SENSE : undefined
  useMapState.getState().set({ draft: draftOf(stage.scene, type, spot, [link], placeholder) })
  const view = viewShowing(spot, stage.view, stage.size())
  if (view) stage.look(view, 220)
  return true
}

/** Grows something new with its middle at a point: a component from a component, from anything else a factor. */
export function growAt(stage: Stage, item: Item, at: Point): void {
  const type: ItemTypeName = item.type === 'component' ? 'component' : 'factor'
  const { w, h } = itemType(type).size
  const box = { x: snap(at.x - w / 2), y: snap(at.y - h / 2), w, h }
  const placeholder = type === 'factor' ? WHAT_MADE_THAT_MAKE_SENSE : undefined
  const draft = draftOf(stage.scene, type, box, [growingLink(type, item)], placeholder)
  useMapState.getState().set({ draft })
}
