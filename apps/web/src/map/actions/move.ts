import type { ItemId } from '@second-story/board'
import { itemBox } from '@second-story/picture'
import type { Box } from '../geometry/box.ts'
import type { Scene } from '../scene/scene.ts'
import { holderOf, stored } from './adopt.ts'

/** Those of a selection that do not move along with another of it anyway. */
export function topsOf(scene: Scene, ids: Iterable<ItemId>): ItemId[] {
  const all = new Set(ids)
  return [...all].filter((id) => {
    for (
      let at = scene.items.get(id)?.item.place?.parent;
      at;
      at = scene.items.get(at)?.item.place?.parent ?? null
    ) {
      if (all.has(at)) return false
    }
    return scene.items.has(id)
  })
}

/**
 * The command that puts items where `boxes` say (absolute). Dropped into a boundary or frame they belong to it,
 * dragged out they are free; sizes that only grew with the words are not written.
 */
export function moveCommands(
  scene: Scene,
  boxes: ReadonlyMap<ItemId, Box>,
  adopt = true,
): Record<string, unknown>[] {
  const moving = new Set(boxes.keys())
  const places = [...boxes].flatMap(([id, box]) => {
    const one = scene.items.get(id)
    const place = one?.item.place
    if (!one || !place) return []
    const kept = place.parent ? (scene.items.get(place.parent) ?? null) : null
    const holder = adopt ? holderOf(scene, id, box, moving) : kept
    const moved = holder && boxes.get(holder.id)
    const at = holder && { ...(moved ?? holder), id: holder.id }
    // not its box in the scene: a hand may be holding it at another size
    const shown = itemBox(one.item, scene.board)
    const size = { w: box.w === shown.w ? place.w : box.w, h: box.h === shown.h ? place.h : box.h }
    return [{ id, place: stored({ ...box, ...size }, at, place.order, place) }]
  })
  return places.length > 0 ? [{ do: 'place', places }] : []
}
