import type { ItemId } from '@second-story/board'
import { fitItem } from '@second-story/picture'
import type { BoardSession } from '../../session/board-session.ts'
import type { Scene } from '../scene/scene.ts'
import { moveCommands } from './move.ts'

/** Makes something as large as its words need; what others lie in has a size of its own. */
export function fitWords(session: BoardSession, scene: Scene, ids: Iterable<ItemId>): void {
  const boxes = [...ids].flatMap((id) => {
    const one = scene.items.get(id)
    if (!one || one.container) return []
    const { w, h } = fitItem(one.item, scene.board)
    return [[id, { x: one.x, y: one.y, w, h }] as const]
  })
  const commands = moveCommands(scene, new Map(boxes), false)
  if (commands.length > 0) session.do(commands)
}
