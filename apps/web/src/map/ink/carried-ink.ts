import type { BoardSnapshot, ItemId, Stroke, StrokeId } from '@second-story/board'
import { useBoardUi } from '../../board/board-ui.ts'
import type { Point } from '../geometry/box.ts'
import type { Stage } from '../stage/stage.ts'

/** The strokes that go along when these things are moved: those selected with them, and those drawn whole within a frame or boundary. */
export function carriedInk(
  { scene, ink }: Pick<Stage, 'scene' | 'ink'>,
  moved: Iterable<ItemId>,
): Set<StrokeId> {
  const { strokes } = useBoardUi.getState()
  const out = new Set([...strokes].filter((id) => ink.scene.strokes.has(id)))
  for (const id of moved) {
    const one = scene.items.get(id)
    if (one?.container) for (const stroke of ink.scene.inside(one)) out.add(stroke)
  }
  return out
}

/** Commands that move strokes by so much; none where they do not move. */
export function shiftCommands(ids: ReadonlySet<StrokeId>, by: Point): Record<string, unknown>[] {
  const [x, y] = [Math.round(by.x * 10) / 10, Math.round(by.y * 10) / 10]
  return ids.size === 0 || (x === 0 && y === 0) ? [] : [{ do: 'shift', ids: [...ids], x, y }]
}

export function inkBoxes(board: BoardSnapshot, ids: Iterable<StrokeId>): Stroke['box'][] {
  return [...ids].flatMap((id) => board.strokes.get(id)?.box ?? [])
}
