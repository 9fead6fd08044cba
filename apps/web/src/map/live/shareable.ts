import { type BoardSnapshot, type ItemId, isVotedOn, openVote } from '@second-story/board'
import type { Shown } from '../../presence/people.ts'
import type { Box } from '../geometry/box.ts'

/** Most ids told at once: presence is for the eye, not a list. */
const MOST = 100

/** What everybody may know the id of. Ids of private things never go into presence (DESIGN section 4, rule 6). */
export function isShareable(board: BoardSnapshot, id: ItemId): boolean {
  return board.items.get(id)?.layer === 'common'
}

/** What others see that I have in hand; while people vote, nothing that they vote on: it would tell what one gives. */
export function shareableSelection(board: BoardSnapshot, ids: Iterable<ItemId>): readonly ItemId[] {
  const vote = openVote(board.conduct)
  const isTelling = (id: ItemId): boolean => {
    const item = vote ? board.items.get(id) : undefined
    return vote !== null && item !== undefined && isVotedOn(vote, item)
  }
  return [...ids].filter((id) => isShareable(board, id) && !isTelling(id)).slice(0, MOST)
}

/** Where held things are, for others to see; null when none of them may be seen. Sizes only while they change. */
export function shareableDrag(
  board: BoardSnapshot,
  now: ReadonlyMap<ItemId, Box>,
  sized: boolean,
): NonNullable<Shown['drag']> | null {
  const drag = [...now]
    .filter(([id]) => isShareable(board, id))
    .slice(0, MOST)
    .map(([id, { x, y, w, h }]) => (sized ? { id, x, y, w, h } : { id, x, y }))
  return drag.length > 0 ? drag : null
}
