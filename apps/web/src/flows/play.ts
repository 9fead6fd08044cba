import {
  type BoardSnapshot,
  type Flow,
  type ItemId,
  type PlayedStep,
  type RelationId,
  stepAt,
  stepsOf,
} from '@second-story/board'
import { useBoardUi } from '../board/board-ui.ts'
import type { BoardSession } from '../session/board-session.ts'
import { walkTo } from '../timeline/walk.ts'

/** The step that people stand on. A step is walked to like an event: who leads takes everybody along. */
export interface Played {
  readonly flow: Flow
  readonly at: number
  readonly steps: readonly PlayedStep[]
}

export function playedAt(board: BoardSnapshot, walking: ItemId | null): Played | null {
  const found = stepAt(board, walking)
  return found && { ...found, steps: stepsOf(board, found.flow) }
}

/** Plays from its first step; false where it has none. */
export function playFlow(session: BoardSession, id: ItemId): boolean {
  const board = session.live.snapshot
  const flow = board.items.get(id)
  if (flow?.type !== 'flow') return false
  const [first] = stepsOf(board, flow)
  if (!first) return false
  useBoardUi.getState().select([])
  walkTo(session, first.id as ItemId)
  return true
}

/** So many steps on or back; false at either end. */
export function playBy(session: BoardSession, step: number): boolean {
  const played = playedAt(session.live.snapshot, useBoardUi.getState().walking)
  const next = played?.steps[played.at + step]
  if (!next) return false
  walkTo(session, next.id as ItemId)
  return true
}

export function endPlaying(session: BoardSession): void {
  walkTo(session, null)
}

/** What is bright on a step: its arrow with both ends, or the thing it stands on; nothing where that is gone. */
export function litInStep(
  board: BoardSnapshot,
  walking: ItemId | null,
): { readonly items: ReadonlySet<ItemId>; readonly relations: ReadonlySet<RelationId> } | null {
  const played = playedAt(board, walking)
  if (!played) return null
  const step = played.steps[played.at]
  const items = new Set<ItemId>()
  if (step?.arrow) items.add(step.arrow.from).add(step.arrow.to)
  else if (step?.at) items.add(step.at.id)
  return { items, relations: new Set(step?.arrow ? [step.arrow.id] : []) }
}
