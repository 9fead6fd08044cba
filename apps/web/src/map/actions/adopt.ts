import { type BoardSnapshot, type ItemId, layerRank, type Place } from '@second-story/board'
import { type Box, contains, encloses, middle } from '../geometry/box.ts'
import type { Scene, SceneItem } from '../scene/scene.ts'

/** The innermost boundary or frame in which a box lies; never one of those that move along, never a private one. */
export function holderOf(
  scene: Scene,
  id: ItemId | null,
  box: Box,
  moving: ReadonlySet<ItemId>,
): SceneItem | null {
  const item = id ? scene.items.get(id) : undefined
  const painted = scene.painted()
  for (let i = painted.length - 1; i >= 0; i--) {
    const one = painted[i]
    if (!one?.container || one.id === id || moving.has(one.id) || isUnder(scene.board, one.id, moving))
      continue
    if (item && layerRank(one.item.layer) > layerRank(item.item.layer)) continue
    const large = item?.container ?? false
    if (large ? encloses(one, box) && one.w * one.h > box.w * box.h : contains(one, middle(box))) return one
  }
  return null
}

/** A box as it is stored in its holder: relative to its corner. `was`: the place that it had, whose pin it keeps. */
export function stored(
  box: Box,
  holder: (Box & { readonly id: ItemId }) | null,
  order: string,
  was: Pick<Place, 'pinned'> = {},
): Place {
  const { w, h } = box
  const at = { x: box.x - (holder?.x ?? 0), y: box.y - (holder?.y ?? 0), w, h }
  return { ...at, parent: holder?.id ?? null, order, ...(was.pinned ? { pinned: true } : {}) }
}

function isUnder(board: BoardSnapshot, id: ItemId, tops: ReadonlySet<ItemId>): boolean {
  for (let at = board.items.get(id)?.place?.parent; at; at = board.items.get(at)?.place?.parent ?? null) {
    if (tops.has(at)) return true
  }
  return false
}
