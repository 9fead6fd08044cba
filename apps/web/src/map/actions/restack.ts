import { type ItemId, relativePlace } from '@second-story/board'
import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { type Restack, restacked } from '../geometry/restack.ts'
import { currentStage } from '../stage/current-stage.ts'

/** Puts the selection above or below what it lies over; false when nothing is selected. */
export function restack(session: BoardSession, how: Restack): boolean {
  const scene = currentStage.get()?.scene
  const chosen = useBoardUi.getState().items
  if (!scene || chosen.size === 0) return false
  // cards lie over boundaries and frames, however they are stacked
  const orders = [true, false].flatMap((container) => {
    const pile = scene.painted().filter((one) => one.container === container)
    const piled = pile.map(({ id, x, y, w, h, item }) => ({ id, x, y, w, h, order: item.place?.order ?? '' }))
    return [...restacked<ItemId>(piled, chosen, how)]
  })
  const board = session.live.snapshot
  const places = orders.flatMap(([id, order]) => {
    const place = board.items.get(id)?.place
    return place ? [{ id, place: { ...relativePlace(board, place), order } }] : []
  })
  if (places.length > 0) session.do([{ do: 'place', places }], WORDS[how])
  return true
}

const WORDS: Readonly<Record<Restack, string>> = {
  front: 'brought to the front',
  forward: 'brought forward',
  backward: 'sent backward',
  back: 'sent to the back',
}
