import { type ItemTypeName, itemType } from '@second-story/board'
import { useBoardUi } from '../../board/board-ui.ts'
import type { Point } from '../geometry/box.ts'
import { snap } from '../geometry/snap.ts'
import { useMapState } from '../map-state.ts'
import type { Scene } from '../scene/scene.ts'
import type { Stage } from '../stage/stage.ts'
import { draftOf } from './new-item.ts'

/** Begins something new with its middle at a point. */
export function createAt(stage: Stage, type: ItemTypeName, at: Point): void {
  const { w, h } = itemType(type).size
  const box = { x: snap(at.x - w / 2), y: snap(at.y - h / 2), w, h }
  useMapState.getState().set({ draft: draftOf(stage.scene, type, box) })
  useBoardUi.getState().select([])
}

/** Which of the two areas a point of open ground belongs to: that of the nearest thing. */
export function isStoryGround(scene: Scene, at: Point): boolean {
  let best = Number.POSITIVE_INFINITY
  let story = false
  for (const one of scene.painted()) {
    if (one.item.type === 'plain') continue
    const { area } = itemType(one.item.type)
    if (area === 'any') continue
    const dx = Math.max(one.x - at.x, 0, at.x - one.x - one.w)
    const dy = Math.max(one.y - at.y, 0, at.y - one.y - one.h)
    const distance = Math.hypot(dx, dy)
    if (distance < best) {
      best = distance
      story = area === 'story'
    }
  }
  return story
}
