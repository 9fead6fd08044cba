import { type BoardSnapshot, type ItemId, type Mark, marksOf, withMark } from '@second-story/board'
import { MARK_TAGS } from '@second-story/picture'
import { announce } from '../aloud/announce.ts'
import type { BoardSession } from '../session/board-session.ts'
import { say } from './words.ts'

/** Do all of these carry the stamp? */
export function areStamped(board: BoardSnapshot, ids: Iterable<ItemId>, mark: Mark): boolean {
  const items = stampable(board, ids)
  return items.length > 0 && items.every((item) => marksOf(item).includes(mark))
}

/** Puts a stamp on all of these, or takes it off where all have it; false where there is nothing to stamp. */
export function stamp(session: BoardSession, ids: Iterable<ItemId>, mark: Mark): boolean {
  const board = session.live.snapshot
  const items = stampable(board, ids)
  if (items.length === 0) return false
  const on = !areStamped(board, ids, mark)
  const commands = items
    .filter((item) => marksOf(item).includes(mark) !== on)
    .map((item) => ({ do: 'set', id: item.id, fields: { marks: withMark(marksOf(item), mark, on) } }))
  const { words } = MARK_TAGS[mark]
  if (session.do(commands, say.stamped(items.length)).ok)
    announce(on ? say.put(words, items.length) : say.off(words, items.length))
  return true
}

function stampable(board: BoardSnapshot, ids: Iterable<ItemId>) {
  return [...ids].flatMap((id) => board.items.get(id) ?? []).filter((item) => item.type !== 'plain')
}
