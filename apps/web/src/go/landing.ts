import { ARROW_LOOKS, type BoardSnapshot, type Item, type ItemId, type Relation } from '@second-story/board'
import type { View } from '../board/board-ui.ts'

/** Where an address with a name in it leads. */
export type Landing =
  | { readonly kind: 'item'; readonly view: View; readonly item: Item }
  | { readonly kind: 'arrow'; readonly view: View; readonly arrow: Relation }
  /** it was here, and can be brought back */
  | { readonly kind: 'deleted'; readonly item: Item }
  /** never here, gone for good, or not for this person: nobody learns which */
  | { readonly kind: 'absent' }

/**
 * Where a thing is shown best: in the view that is asked for where that shows it, else where it lies. On a phone that is
 * the list, unless the address says otherwise.
 */
export function landingOf(board: BoardSnapshot, id: string, asked: View | null, isPhone: boolean): Landing {
  const named = board.items.get(id as ItemId)
  // what was private and shown since stands where everybody reads it
  const item = (named?.revealed ? board.items.get(named.revealed) : undefined) ?? named
  if (item) return { kind: 'item', view: viewFor(item, asked, isPhone), item }
  const arrow = board.relations.get(id as Relation['id'])
  if (arrow) return landingOfArrow(board, arrow, asked, isPhone)
  const deleted = board.deleted.get(id as ItemId)
  return deleted ? { kind: 'deleted', item: deleted } : { kind: 'absent' }
}

/** A chip has no line of its own: it leads to what it stands on. */
function landingOfArrow(
  board: BoardSnapshot,
  arrow: Relation,
  asked: View | null,
  isPhone: boolean,
): Landing {
  const from = board.items.get(arrow.from)
  const isChip = ARROW_LOOKS[arrow.kind].chip || !from?.place || !board.items.get(arrow.to)?.place
  if (from && (isChip || isPhone)) return { kind: 'item', view: viewFor(from, asked, isPhone), item: from }
  return { kind: 'arrow', view: asked === 'list' ? 'list' : 'map', arrow }
}

function viewFor(item: Item, asked: View | null, isPhone: boolean): View {
  if (asked === 'timeline' && item.type === 'event') return 'timeline'
  if (asked === 'list') return 'list'
  if (isPhone && asked !== 'map') return 'list'
  if (item.place) return 'map'
  return item.type === 'event' ? 'timeline' : 'list'
}
