import { type BoardSnapshot, type Command, copySystem } from '@second-story/board'
import type { Graph } from '@second-story/protocol'
import type { MakeId } from '@second-story/std'

/** The system of another board, as the server hands it out, as commands for this one. */
export function graphSystem(graph: Graph, makeId: MakeId): readonly Command[] {
  const items = new Map(graph.items.map((item) => [item.id, { ...item, place: item.place ?? null }]))
  const relations = new Map(graph.relations.map((relation) => [relation.id, relation]))
  const board = { items, relations, deleted: new Map() } as unknown as BoardSnapshot
  return copySystem(board, graph.board.id, makeId)
}
