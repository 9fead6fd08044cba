import type { KeyboardEvent } from 'react'
import type { BoardSession } from '../../session/board-session.ts'
import { nudge } from '../actions/nudge.ts'
import { currentStage } from '../stage/current-stage.ts'

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-8, 0],
  ArrowRight: [8, 0],
  ArrowUp: [0, -8],
  ArrowDown: [0, 8],
}

/** Ctrl, or Cmd, with an arrow moves the lines that are selected; false where it was another key. */
export function nudgeInk(session: BoardSession, event: KeyboardEvent): boolean {
  const step = event.ctrlKey || event.metaKey ? STEPS[event.key] : undefined
  const stage = currentStage.get()
  return step !== undefined && stage !== null && session.mayWrite() && nudge(session, stage.scene, ...step)
}
