import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { shiftCommands } from '../ink/carried-ink.ts'
import type { Scene } from '../scene/scene.ts'
import { moveCommands, topsOf } from './move.ts'
import { isPinned } from './pin.ts'

/** ms after which the next nudge is a step of its own to undo. */
const ONE_STEP_MS = 2_000

let run: { readonly key: object; readonly of: string; readonly at: number } | null = null

/**
 * Moves the selection by canvas units; false when nothing is selected. Nudges that follow each other quickly are one
 * step to undo.
 */
export function nudge(session: BoardSession, scene: Scene, dx: number, dy: number): boolean {
  const ids = topsOf(scene, useBoardUi.getState().items)
  const ink = [...useBoardUi.getState().strokes].filter((id) => session.live.snapshot.strokes.has(id))
  if (ids.length + ink.length === 0) return false
  const boxes = new Map(
    ids.flatMap((id) => {
      const one = isPinned(scene, id) ? undefined : scene.items.get(id)
      return one ? [[id, { x: one.x + dx, y: one.y + dy, w: one.w, h: one.h }] as const] : []
    }),
  )
  const of = [...ids, ...ink].join(' ')
  const now = performance.now()
  const goesOn = run !== null && run.of === of && now - run.at < ONE_STEP_MS
  run = { key: goesOn && run ? run.key : {}, of, at: now }
  const commands = [...moveCommands(scene, boxes), ...shiftCommands(new Set(ink), { x: dx, y: dy })]
  if (commands.length > 0) session.do(commands, undefined, run.key)
  return true
}
