import { type ItemId, type Pinned, shortName, threadsOf } from '@second-story/board'
import { useBoardUi } from '../board/board-ui.ts'
import type { BoardSession } from '../session/board-session.ts'
import { toast } from '../ui/toast.ts'
import { useCommentsUi } from './comments-ui.ts'
import { mayTalk } from './talk.ts'
import { say } from './words.ts'

/** Begins a comment on an item; false where this person may not, or nobody else sees the item. */
export function commentOn(session: BoardSession, id: ItemId): boolean {
  const item = session.live.snapshot.items.get(id)
  if (!item || !mayTalk(session)) return false
  if (item.layer !== 'common') {
    toast(say.only)
    return false
  }
  const { place } = item
  return begin({
    item: id,
    name: shortName(item),
    place: place ? { x: place.x + place.w, y: place.y } : null,
  })
}

/** What was said of an item; where nothing was, begins a comment on it. */
export function talkAbout(session: BoardSession, id: ItemId): boolean {
  const threads = threadsOf(session.live.snapshot.comments).filter(
    ({ on, isResolved }) => on.item === id && !isResolved,
  )
  const [first] = threads
  if (!first) return commentOn(session, id)
  if (threads.length === 1) readThread(first.id)
  else useCommentsUi.getState().set({ open: null, begun: null, choices: threads.map((one) => one.id) })
  return true
}

export function commentAt(session: BoardSession, at: { readonly x: number; readonly y: number }): boolean {
  if (!mayTalk(session)) return false
  return begin({ item: null, name: '', place: { x: Math.round(at.x), y: Math.round(at.y) } })
}

/** On the one thing that is selected, or takes the tool in hand to press a thing or a place with. */
export function commentHere(session: BoardSession): boolean {
  if (!mayTalk(session)) return false
  const ui = useBoardUi.getState()
  const [only] = ui.items
  if (only && ui.items.size === 1) return commentOn(session, only)
  ui.set({ tool: 'comment', kept: null })
  return true
}

export function readThread(id: string): void {
  useCommentsUi.getState().set({ open: id, begun: null, choices: [] })
}

function begin(on: Pinned): boolean {
  useCommentsUi.getState().set({ open: null, choices: [], begun: on })
  return true
}

/** Where the words of a thread that is not begun yet are kept. */
export function draftKey(on: Pinned): string {
  return on.item ? `on ${on.item}` : 'on a place'
}
