import type { Item, ItemId } from '@second-story/board'
import type { ConnectChoice } from '../items/connect-choices.ts'
import type { BoardSession } from '../session/board-session.ts'
import { openPlace } from './make-item.ts'

/**
 * Makes a question, an insight or a parked idea out of an item, already linked to it; one step of undo. What comes
 * of something private stays as private. Gives the new item's id, or null where it was refused.
 */
export function makeFrom(
  session: BoardSession,
  item: Item,
  type: 'question' | 'insight' | 'idea',
): ItemId | null {
  const id = session.makeId()
  const layer = item.layer
  const place = type === 'idea' ? null : openPlace(session.live.snapshot, type)
  const kind = type === 'insight' ? 'from' : 'about'
  const applied = session.do([
    { do: 'add', id, type, layer, fields: {}, place },
    { do: 'connect', id: session.makeId(), from: id, to: item.id, kind },
  ])
  return applied.ok ? (id as ItemId) : null
}

/** Says how two things hang together. */
export function connectTo(session: BoardSession, from: Item, to: Item, choice: ConnectChoice): void {
  const [a, b] = choice.reversed ? [to, from] : [from, to]
  session.do([{ do: 'connect', id: session.makeId(), from: a.id, to: b.id, kind: choice.kind }])
}
