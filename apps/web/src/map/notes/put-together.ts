import type { ItemId } from '@second-story/board'
import { announce } from '../../aloud/announce.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import { nameOf } from '../../outline/item-words.ts'
import { inReadingOrder } from '../../outline/order.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { toast } from '../../ui/toast.ts'
import { withMates } from '../actions/group.ts'
import { moveCommands } from '../actions/move.ts'
import { openSpot } from '../actions/open-spot.ts'
import { isPinned } from '../actions/pin.ts'
import { around, type Box, bare, contains, middle, overlaps } from '../geometry/box.ts'
import type { Scene } from '../scene/scene.ts'
import { currentStage } from '../stage/current-stage.ts'
import { gridOf, isBeside } from './cluster.ts'
import { notesOf } from './note-look.ts'
import { say } from './words.ts'

/** Lays notes side by side, from where the first of them lies, and makes them one group; false for fewer than two. */
export function putTogether(session: BoardSession, ids: Iterable<ItemId>, first?: ItemId): boolean {
  const scene = currentStage.get()?.scene
  const board = session.live.snapshot
  if (!scene) return false
  const placed = notesOf(board, ids).filter(({ id }) => scene.items.has(id) && !isPinned(scene, id))
  if (placed.length < 2) return false
  const inOrder = inReadingOrder(placed)
  const notes = [...inOrder.filter(({ id }) => id === first), ...inOrder.filter(({ id }) => id !== first)]
  const boxes = notes.flatMap(({ id }) => scene.items.get(id) ?? []).map(bare)
  const [begin] = boxes
  if (!begin) return false
  const grid = freeGrid(scene, boxes, begin, new Set(notes.map(({ id }) => id)))
  const moved = new Map(notes.map(({ id }, at) => [id, grid[at] ?? begin] as const))
  const group = notes.map((one) => one.group).find((one) => one !== undefined) ?? session.makeId()
  const commands = [
    ...moveCommands(scene, moved),
    ...notes.filter((one) => one.group !== group).map(({ id }) => ({ do: 'set', id, fields: { group } })),
  ]
  if (!session.do(commands, say.put(notes.length)).ok) return true
  useBoardUi.getState().select(moved.keys())
  announce(say.nowTogether(notes.length))
  return true
}

// where it would cover something else, the whole of it goes to the nearest open ground
function freeGrid(
  scene: Scene,
  sizes: readonly Box[],
  corner: Box,
  moving: ReadonlySet<ItemId>,
): readonly Box[] {
  const grid = gridOf(sizes, corner)
  const whole = around(grid)
  const others = [...scene.items.values()].filter((one) => !one.container && !moving.has(one.id))
  if (!whole || !others.some((one) => overlaps(one, whole))) return grid
  return gridOf(sizes, openSpot(scene, middle(whole), { w: whole.w, h: whole.h }))
}

/** A note was laid on another: says so, and offers to put them side by side. Nothing moves by itself. */
export function offerTogether(session: BoardSession, ids: Iterable<ItemId>): void {
  const scene = currentStage.get()?.scene
  const board = session.live.snapshot
  if (!scene) return
  const moved = new Set(ids)
  const notes = notesOf(board, moved)
  const [above] = notes
  if (!above || notes.length !== moved.size) return
  const box = scene.items.get(above.id)
  const below = box && scene.painted().findLast((one) => liesOn(box, one) && !moved.has(one.id))
  if (below?.item.type !== 'note') return
  const all = [...withMates(board, [below.id]), ...moved]
  toast(say.lies(nameOf(above), nameOf(below.item)), {
    key: 'notes-together',
    action: { label: say.sideBySide, onPress: () => void putTogether(session, all, below.id) },
  })
}

function liesOn(box: Box, one: Box & { readonly item: { readonly type: string } }): boolean {
  return one.item.type === 'note' && (contains(one, middle(box)) || contains(box, middle(one)))
}

/** A note laid tidily beside one of a group belongs to it from then on: the commands that say so. */
export function joining(scene: Scene, boxes: ReadonlyMap<ItemId, Box>): readonly Record<string, unknown>[] {
  const [only] = boxes
  const item = only && boxes.size === 1 ? scene.items.get(only[0])?.item : undefined
  if (!only || item?.type !== 'note' || item.group) return []
  for (const one of scene.items.values()) {
    const { group, layer } = one.item
    if (one.id === only[0] || one.item.type !== 'note' || !group || layer !== item.layer) continue
    if (isBeside(only[1], one)) return [{ do: 'set', id: item.id, fields: { group } }]
  }
  return []
}
