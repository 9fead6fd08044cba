import { type ItemId, manyBetween, type RelationId, stepsOf } from '@second-story/board'
import { announce } from '../aloud/announce.ts'
import { useBoardUi } from '../board/board-ui.ts'
import type { BoardSession } from '../session/board-session.ts'
import { toast } from '../ui/toast.ts'
import { useFlows } from './flow-state.ts'
import { flowCommand, layerOf, stepTo, type Target, wayThrough } from './make-flow.ts'
import { say } from './words.ts'

/** Makes a flow of what is selected, in the order of the clicks, and opens it. */
export function makeOfSelected(session: BoardSession): boolean {
  const { items, relations } = useBoardUi.getState()
  const targets = wayThrough(session.live.snapshot, items, relations)
  if (targets.length === 0 || (items.size < 2 && relations.size === 0)) {
    toast(say.nothing)
    return false
  }
  return keepFlow(session, targets)
}

/** From now on whatever is pointed at is the next step. */
export function startRecording(onto: ItemId | null = null): void {
  useBoardUi.getState().select([])
  useBoardUi.getState().set({ tool: 'select' })
  useFlows.setState({ recording: { steps: [], onto } })
}

/** Something was pointed at while a flow is recorded. */
export function recordStep(session: BoardSession, id: ItemId | RelationId): void {
  const { recording } = useFlows.getState()
  if (!recording) return
  const board = session.live.snapshot
  const flow = recording.onto ? board.items.get(recording.onto) : undefined
  const last =
    recording.steps.at(-1) ?? (flow?.type === 'flow' ? (stepsOf(board, flow).at(-1)?.target ?? null) : null)
  const next = stepTo(board, last, id)
  if (next === null) return
  if (flow && layerOf(board, [next]) !== 'common' && flow.layer === 'common') {
    toast(say.onlyYours)
    return
  }
  // what it began at says no more than the arrow that leaves it
  const [only] = recording.steps
  const isBeginning = recording.steps.length === 1 && only === board.relations.get(next as RelationId)?.from
  const steps = isBeginning ? [next] : [...recording.steps, next]
  useFlows.setState({ recording: { ...recording, steps } })
  announce(say.recording(steps.length))
}

export function takeLastBack(): void {
  const { recording } = useFlows.getState()
  if (recording) useFlows.setState({ recording: { ...recording, steps: recording.steps.slice(0, -1) } })
}

export function leaveRecording(): void {
  useFlows.setState({ recording: null })
}

export function finishRecording(session: BoardSession): void {
  const { recording } = useFlows.getState()
  leaveRecording()
  if (!recording || recording.steps.length === 0) return
  if (recording.onto) appendSteps(session, recording.onto, recording.steps)
  else keepFlow(session, recording.steps)
}

/** Adds steps behind those that a flow has. */
export function appendSteps(session: BoardSession, id: ItemId, targets: readonly Target[]): void {
  const board = session.live.snapshot
  const flow = board.items.get(id)
  if (flow?.type !== 'flow') return
  if (flow.layer === 'common' && layerOf(board, targets) !== 'common') {
    toast(say.onlyYours)
    return
  }
  const orders = manyBetween(stepsOf(board, flow).at(-1)?.order ?? null, null, targets.length)
  const puts = targets.map((on, at) => {
    const words = board.relations.get(on as RelationId)?.label ?? ''
    const value = { order: orders[at] ?? '', on, words }
    return { do: 'put', id, field: 'steps', entry: session.makeId(), value }
  })
  if (session.do(puts).ok) useBoardUi.getState().select([id])
}

function keepFlow(session: BoardSession, targets: readonly Target[]): boolean {
  const { id, name, command } = flowCommand(session.live.snapshot, session.makeId, targets)
  if (!session.do([command], say.made(name)).ok) return false
  useBoardUi.getState().select([id])
  announce(say.madeSaid(name, targets.length))
  return true
}
