import {
  ARROW_LOOKS,
  type BoardSnapshot,
  type ItemId,
  type LayerName,
  layerRank,
  manyBetween,
  type RelationId,
} from '@second-story/board'
import type { MakeId } from '@second-story/std'
import { nameOf } from '../outline/item-words.ts'
import { say } from './words.ts'

/** What a step is on: the id of an arrow or of a thing. */
export type Target = string

/**
 * What comes next when somebody points at something: the arrow that leads there from where the flow stands, else the thing
 * itself. Pointing again at what the flow just came to adds nothing.
 */
export function stepTo(board: BoardSnapshot, before: Target | null, to: ItemId | RelationId): Target | null {
  if (board.relations.has(to as RelationId)) return to
  const item = board.items.get(to as ItemId)
  if (!item || item.type === 'flow') return null
  if (before === null) return to
  const at = standsAt(board, before)
  if (at === to) return null
  for (const { id, from, to: end, kind } of board.relations.values())
    if (from === at && end === to && !ARROW_LOOKS[kind].chip && !ARROW_LOOKS[kind].quiet) return id
  return to
}

/** The thing at which a flow stands after a step; null where that is gone. */
export function standsAt(board: BoardSnapshot, target: Target): ItemId | null {
  const arrow = board.relations.get(target as RelationId)
  if (arrow) return arrow.to
  return board.items.has(target as ItemId) ? (target as ItemId) : null
}

/** A way through what is selected, in the order in which it was: along arrows where there are some. */
export function wayThrough(
  board: BoardSnapshot,
  items: Iterable<ItemId>,
  relations: Iterable<RelationId>,
): readonly Target[] {
  const out: Target[] = [...relations].filter((id) => board.relations.has(id))
  const touched = new Set(out.flatMap((id) => endsOf(board, id)))
  for (const id of items) {
    if (touched.has(id)) continue
    const next = stepTo(board, out.at(-1) ?? null, id)
    if (next === null) continue
    // the thing one starts from says no more than the arrow that leaves it
    const [only] = out
    if (out.length === 1 && only === board.relations.get(next as RelationId)?.from) out.pop()
    out.push(next)
  }
  return out
}

function endsOf(board: BoardSnapshot, id: Target): readonly ItemId[] {
  const arrow = board.relations.get(id as RelationId)
  return arrow ? [arrow.from, arrow.to] : []
}

/** The narrowest of the layers of what a flow goes through: nobody reads of a flow what they may not see. */
export function layerOf(board: BoardSnapshot, targets: readonly Target[]): LayerName {
  let layer: LayerName = 'common'
  for (const target of targets) {
    const one = board.relations.get(target as RelationId) ?? board.items.get(target as ItemId)
    if (one && layerRank(one.layer) > layerRank(layer)) layer = one.layer
  }
  return layer
}

/** “web to orders-db” */
export function nameFor(board: BoardSnapshot, targets: readonly Target[]): string {
  const [first] = targets
  const last = targets.at(-1)
  if (first === undefined || last === undefined) return ''
  const from = board.items.get(board.relations.get(first as RelationId)?.from ?? (first as ItemId))
  const to = board.items.get(standsAt(board, last) ?? ('' as ItemId))
  if (!from || !to) return ''
  return (from === to ? nameOf(from) : say.fromTo(nameOf(from), nameOf(to))).slice(0, 200)
}

/** The command that makes the flow; its first words are those on its arrows. */
export function flowCommand(
  board: BoardSnapshot,
  makeId: MakeId,
  targets: readonly Target[],
): { readonly id: ItemId; readonly name: string; readonly command: Record<string, unknown> } {
  const id = makeId() as ItemId
  const name = nameFor(board, targets)
  const orders = manyBetween(null, null, targets.length)
  const steps = targets.map((on, at) => ({
    id: makeId(),
    order: orders[at] ?? '',
    on,
    words: board.relations.get(on as RelationId)?.label ?? '',
  }))
  const fields = { name, steps }
  return {
    id,
    name,
    command: { do: 'add', id, type: 'flow', layer: layerOf(board, targets), fields, place: null },
  }
}
