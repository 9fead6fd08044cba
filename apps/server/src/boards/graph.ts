import type { BoardSnapshot, Item } from '@second-story/board'
import type { Graph } from '@second-story/protocol'

/** The board as plain values: what is there, where, and how it hangs together. Order and bytes depend on the board alone. */
export function graphOf(id: string, board: BoardSnapshot): Graph {
  const { title, kind, stage, zone } = board.conduct
  return {
    board: { id, title, kind, stage, zone },
    items: [...board.items.values()].sort(byId).map(plainItem),
    relations: [...board.relations.values()].sort(byId).map((relation) => ({
      id: relation.id,
      from: relation.from,
      to: relation.to,
      kind: relation.kind,
      label: relation.label,
      layer: relation.layer,
    })),
    prose: Object.fromEntries(
      [...board.prose].map(([section, blocks]) => [section, [...blocks]]).sort(byKey),
    ),
  }
}

function plainItem(item: Item): Graph['items'][number] {
  const { place, deleted: _, ...rest } = item
  return place ? { ...rest, place: { ...place } } : rest
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function byKey([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1
}
