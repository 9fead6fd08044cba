import type { Item, ItemId, Part, RelationId } from '@second-story/board'
import { announce } from '../../aloud/announce.ts'
import { sayRelation } from '../../aloud/say-relation.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import { writeLayer } from '../../review/write-layer.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { toast } from '../../ui/toast.ts'
import type { Edit, EditContext } from '../text/edit.ts'
import { makeTyped } from '../text/make.ts'
import { moveInto, moveLine, movePart, type Way } from '../text/move.ts'
import { removeItem, renameTyped } from '../text/rename.ts'
import { beginLine, endLine, type OutlineDraft } from './hand.ts'
import { focusLine, lineElement, lineTowards } from './line-focus.ts'

/** What edits in the outline need to know of the open board. */
export function contextOf(session: BoardSession): EditContext & { readonly now: number } {
  return {
    board: session.live.snapshot,
    makeId: session.makeId,
    where: (type) => writeLayer(session, type),
    now: session.now(),
  }
}

/** Applies an edit as one step of undo and says it; false where it was refused, which the session tells. */
function make(session: BoardSession, edit: Edit, more = ''): boolean {
  if (edit.commands.length > 0 && !session.do(edit.commands).ok) return false
  announce(`${edit.said}${more}`)
  return true
}

/** Keeps a line that was typed. True when nothing stands in the way of the next one. */
export function keepDraft(
  session: BoardSession,
  draft: OutlineDraft,
  typed: string,
  then: 'next' | 'end',
): boolean {
  const board = session.live.snapshot
  const above = draft.above === null ? undefined : board.items.get(draft.above)
  // its boundary may be gone by now: the words are not
  const isThere = draft.spot.boundary === null || board.items.has(draft.spot.boundary)
  const spot = isThere ? draft.spot : { ...draft.spot, boundary: null }
  const edit = makeTyped(contextOf(session), spot, typed, above ?? null)
  if (!edit) return true
  if (!make(session, edit)) return false
  if (edit.at) useBoardUi.getState().select([edit.at])
  if (then === 'next') beginLine(spot, edit.at)
  else endLine()
  return true
}

/** Keeps a name written over another; brings back what others have deleted meanwhile. */
export function keepName(session: BoardSession, item: Item, typed: string | null): boolean {
  const board = session.live.snapshot
  const isGone = !board.items.has(item.id)
  const now = board.items.get(item.id) ?? item
  const edit = typed === null ? null : renameTyped(contextOf(session), now, typed)
  if (!edit) return true
  if (!isGone) return make(session, edit)
  return make(session, {
    ...edit,
    commands: [{ do: 'restore', ids: [item.id] }, ...edit.commands],
    said: `Brought back. ${edit.said}`,
  })
}

/** Moves a line one step and keeps the focus on it; says the reason where it cannot go there. */
export function move(session: BoardSession, item: Item, way: Way): void {
  const edit = moveLine(session.live.snapshot, item, way)
  if (typeof edit === 'string') announce(edit)
  else if (make(session, edit)) focusLine(item.id)
}

export function moveTo(session: BoardSession, item: Item, boundary: ItemId | null): void {
  if (make(session, moveInto(session.live.snapshot, item, boundary))) focusLine(item.id)
}

export function playPart(session: BoardSession, item: Item, part: Part): void {
  if (make(session, movePart(item, part))) focusLine(item.id)
}

/** Deletes a thing without asking, says so with a way back, and goes on to the next line. */
export function removeLine(session: BoardSession, item: Item): void {
  const next = neighbour(item.id)
  const edit = removeItem(item)
  if (!session.do(edit.commands).ok) return
  useBoardUi.getState().select([])
  const bringBack = (): void => {
    if (session.do([{ do: 'restore', ids: [item.id] }]).ok) focusLine(item.id)
  }
  toast(edit.said, { action: { label: 'Undo', onPress: bringBack } })
  if (next) focusLine(next)
}

/** Takes an arrow away. */
export function removeArrow(session: BoardSession, id: RelationId, owner: ItemId): void {
  const board = session.live.snapshot
  const relation = board.relations.get(id)
  if (!relation || !session.do([{ do: 'disconnect', ids: [id] }]).ok) return
  const bringBack = (): void => void session.do([{ do: 'reconnect', ids: [id] }])
  toast(`Deleted: ${sayRelation(board, relation)}.`, { action: { label: 'Undo', onPress: bringBack } })
  focusLine(owner)
}

/** Writes words on an arrow. */
export function keepArrowWords(session: BoardSession, id: RelationId, typed: string): boolean {
  const relation = session.live.snapshot.relations.get(id)
  const label = typed.trim().slice(0, 200)
  if (!relation || relation.label === label) return true
  if (!session.do([{ do: 'amend', id, label }]).ok) return false
  const now = session.live.snapshot
  announce(`${sayRelation(now, { ...relation, label })}.`)
  return true
}

/** The line of the thing after it, else before it. */
function neighbour(id: ItemId): string | null {
  const line = lineElement(id)
  const view = line?.closest<HTMLElement>('[data-outline]')
  if (!line || !view) return null
  for (const key of ['ArrowDown', 'ArrowUp']) {
    let at = lineTowards(view, line, key)
    // its own arrows go with it
    while (at && at.dataset.of === id) at = lineTowards(view, at, key)
    if (at?.dataset.line) return at.dataset.line
  }
  return null
}
