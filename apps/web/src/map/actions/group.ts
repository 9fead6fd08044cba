import type { BoardSnapshot, ItemId } from '@second-story/board'
import { announce } from '../../aloud/announce.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'

const known = new WeakMap<BoardSnapshot, ReadonlyMap<string, readonly ItemId[]>>()

/** The groups of a board: what is selected and moved together. */
function groupsOf(board: BoardSnapshot): ReadonlyMap<string, readonly ItemId[]> {
  const before = known.get(board)
  if (before) return before
  const groups = new Map<string, ItemId[]>()
  for (const { id, group, place } of board.items.values()) {
    if (!group || !place) continue
    const list = groups.get(group)
    if (list) list.push(id)
    else groups.set(group, [id])
  }
  known.set(board, groups)
  return groups
}

/** Those, and all that belong to a group with one of them. */
export function withMates(board: BoardSnapshot, ids: Iterable<ItemId>): Set<ItemId> {
  const out = new Set<ItemId>()
  for (const id of ids) {
    out.add(id)
    const group = board.items.get(id)?.group
    if (group) for (const mate of groupsOf(board).get(group) ?? []) out.add(mate)
  }
  return out
}

/** What a click on a thing selects: its whole group; the thing alone where that was selected already. */
export function chosenBy(board: BoardSnapshot, id: ItemId, selected: ReadonlySet<ItemId>): Set<ItemId> {
  const mates = withMates(board, [id])
  const isWhole =
    mates.size > 1 && selected.size === mates.size && [...mates].every((one) => selected.has(one))
  return isWhole ? new Set([id]) : mates
}

/** Is all that is selected one group already? */
export function isOneGroup(board: BoardSnapshot, ids: ReadonlySet<ItemId>): boolean {
  const groups = new Set([...ids].map((id) => board.items.get(id)?.group))
  const [group] = groups
  return groups.size === 1 && group !== undefined && groupsOf(board).get(group)?.length === ids.size
}

/** Makes what is selected one group: it is selected and moved together. False where that are not several. */
export function groupSelected(session: BoardSession): boolean {
  const board = session.live.snapshot
  const ids = [...useBoardUi.getState().items].filter((id) => board.items.get(id)?.place)
  if (ids.length < 2) return false
  const group = session.makeId()
  const words = `grouped ${ids.length} things`
  if (
    session.do(
      ids.map((id) => ({ do: 'set', id, fields: { group } })),
      words,
    ).ok
  )
    announce(`A group of ${ids.length}. They move together.`)
  return true
}

/** Lets the groups of what is selected go: each stands alone again. False where there is none. */
export function ungroupSelected(session: BoardSession): boolean {
  const board = session.live.snapshot
  const ids = [...withMates(board, useBoardUi.getState().items)].filter((id) => board.items.get(id)?.group)
  if (ids.length === 0) return false
  const words = `ungrouped ${ids.length} things`
  if (
    session.do(
      ids.map((id) => ({ do: 'set', id, fields: { group: null } })),
      words,
    ).ok
  )
    announce('No group any more.')
  return true
}
