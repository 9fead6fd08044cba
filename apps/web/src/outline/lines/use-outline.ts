import type { ItemId } from '@second-story/board'
import { useDeferredValue, useMemo, useRef } from 'react'
import { useBoard, useSession } from '../../session/use-session.ts'
import { sayWhen } from '../say-when.ts'
import { groupsOf, type OutlineGroup, type Spot } from '../text/outline.ts'
import { outlineOf } from '../text/outline-of.ts'
import { filtered, othersToBegin, shownGroups } from '../text/shown.ts'
import { useOutlineHand } from './hand.ts'

export interface ShownOutline {
  readonly groups: readonly OutlineGroup[]
  /** kinds that have no heading yet */
  readonly others: ReturnType<typeof othersToBegin>
  readonly isFiltered: boolean
  /** where the next of a thing's kind goes */
  readonly spotOf: (id: ItemId) => Spot | null
}

/** The outline as it is shown here. It follows the board a moment later, so that no key waits for it. */
export function useOutline(): ShownOutline {
  const session = useSession()
  const board = useDeferredValue(useBoard((all) => all))
  const editing = useOutlineHand((hand) => hand.editing)
  const drafting = useOutlineHand((hand) => hand.draft?.spot ?? null)
  const filter = useDeferredValue(useOutlineHand((hand) => hand.filter))
  const writes = session.mayWrite()
  const last = useRef<readonly OutlineGroup[]>([])
  const all = useMemo(() => {
    last.current = outlineOf(board, {
      say: sayWhen(board),
      held: editing as ItemId | null,
      before: last.current,
    })
    return last.current
  }, [board, editing])
  return useMemo(() => {
    const shown = shownGroups(all, { kind: board.conduct.kind, writes, drafting })
    const groups = filtered(shown, filter)
    return {
      groups,
      others: writes ? othersToBegin(shown) : [],
      isFiltered: filter.trim() !== '',
      spotOf: (id) => spotIn(all, id),
    }
  }, [all, board.conduct.kind, writes, drafting, filter])
}

function spotIn(groups: readonly OutlineGroup[], id: ItemId): Spot | null {
  for (const group of groupsOf(groups)) {
    if (group.holder?.item.id === id) return { type: 'boundary', boundary: null, part: null }
    if (group.lines.some((line) => line.item.id === id)) return group.spot
  }
  return null
}
