import type { ItemId } from '@second-story/board'
import type { Way } from '@second-story/board/layout'
import { announce } from '../../aloud/announce.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { moveCommands } from '../actions/move.ts'
import { useMapState } from '../map-state.ts'
import { currentStage } from '../stage/current-stage.ts'
import { zoomToFit } from '../stage/zoom.ts'
import type { Scope } from './gather.ts'
import { glide } from './glide.ts'
import { layOutAside } from './lay-out-aside.ts'
import { planLayout } from './plan.ts'

let busy = false

/** Lays out what is selected (inside, where that is one boundary or frame), or else the whole map: one step to undo. */
export async function layOutMap(session: BoardSession, way: Way = 'right'): Promise<void> {
  const stage = currentStage.get()
  if (!stage || !session.mayWrite() || busy) return
  busy = true
  const scope = scopeOf(session, useBoardUi.getState().items)
  try {
    const quiet = useMapState.getState().startUpOrder
    const boxes = await planLayout(session.live.snapshot, { scope, way, quiet }, layOutAside)
    if (currentStage.get() !== stage) return
    if (boxes.size === 0) {
      announce('It lies well already.')
      return
    }
    await glide(stage, boxes)
    // what others deleted meanwhile is left alone
    const there = new Map([...boxes].filter(([id]) => session.live.snapshot.items.get(id)?.place))
    const words =
      scope.of === 'all'
        ? 'laid out the map'
        : `laid out ${there.size === 1 ? 'one thing' : `${there.size} things`}`
    const done = session.do(moveCommands(stage.scene, there, false), words)
    stage.catchUp(session.live.snapshot, [...boxes.keys()])
    stage.release(boxes.keys())
    if (!done.ok) return
    announce(`Laid out. ${there.size === 1 ? 'One thing' : `${there.size} things`} moved.`)
    if (scope.of === 'all') zoomToFit()
  } finally {
    busy = false
  }
}

function scopeOf(session: BoardSession, ids: ReadonlySet<ItemId>): Scope {
  const [only] = ids
  if (only === undefined) return { of: 'all' }
  const item = session.live.snapshot.items.get(only)
  if (ids.size === 1 && (item?.type === 'boundary' || item?.type === 'frame'))
    return { of: 'inside', id: only }
  // one thing alone stands nowhere in particular
  return ids.size === 1 ? { of: 'all' } : { of: 'selected', ids }
}
