import { relativePlace } from '@second-story/board'
import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { orderBetween } from '../geometry/order.ts'

/** Puts the selection above or below everything else; false when nothing is selected. */
export function restack(session: BoardSession, to: 'front' | 'back'): boolean {
  const board = session.live.snapshot
  const chosen = [...useBoardUi.getState().items].flatMap((id) => board.items.get(id) ?? [])
  const orders = [...board.items.values()].flatMap((item) => (item.place ? [item.place.order] : [])).sort()
  if (chosen.length === 0) return false
  let edge = to === 'front' ? (orders.at(-1) ?? '') : (orders.find((order) => order !== '') ?? '')
  const places = chosen.flatMap((item) => {
    if (!item.place) return []
    edge = to === 'front' ? orderBetween(edge, '') : orderBetween('', edge)
    return [{ id: item.id, place: { ...relativePlace(board, item.place), order: edge } }]
  })
  if (places.length > 0) session.do([{ do: 'place', places }])
  return true
}
