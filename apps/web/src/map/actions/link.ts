import type { BoardSnapshot, Item, ItemId, RelationKind } from '@second-story/board'
import type { MakeId } from '@second-story/std'
import { connectChoices, isConnectable } from '../../items/connect-choices.ts'

/** The arrow, or chip, that is meant when one thing is joined to another and nothing else was said. */
export function usualLink(from: Item, to: Item): { readonly kind: RelationKind; readonly reversed: boolean } {
  const [first] = connectChoices(from, to)
  return first ?? { kind: 'relates-to', reversed: false }
}

/** Commands that join each of `from` to `to`; what cannot be joined is left out. */
export function linkCommands(
  from: readonly Item[],
  to: Item,
  makeId: MakeId,
  label = '',
): Record<string, unknown>[] {
  if (!isConnectable(to)) return []
  return from
    .filter((one) => one.id !== to.id && isConnectable(one))
    .map((one) => {
      const { kind, reversed } = usualLink(one, to)
      const ends: { from: ItemId; to: ItemId } = reversed
        ? { from: to.id, to: one.id }
        : { from: one.id, to: to.id }
      return { do: 'connect', id: makeId(), ...ends, kind, label }
    })
}

/** May arrows begin at any of these? */
export function hasEnds(board: BoardSnapshot, ids: Iterable<ItemId>): boolean {
  return [...ids].some((id) => {
    const item = board.items.get(id)
    return item !== undefined && isConnectable(item)
  })
}
