import { type BoardSnapshot, type Item, type Relation, shapeOf } from '@second-story/board'
import { composeRecord, type RecordOptions } from '../compose/compose-record.ts'
import { isInRecord } from '../compose/is-in-record.ts'
import { sorted } from './sorted.ts'

/** Raised when a reader of older files could no longer read a new one. */
export const RECORD_JSON_VERSION = 1

/**
 * The record as data: what it says, and the shared items and relations behind it, by which another board can take
 * them over. Keys sorted, ids in order: two exports of one board are the same bytes.
 */
export function toJson(board: BoardSnapshot, options: RecordOptions = {}): string {
  const items = [...board.items.values()]
    .filter((item) => isInRecord(item, board))
    .sort(byId)
    .map(itemValues)
  const kept = new Set<unknown>(items.map((item) => item.id))
  const relations = [...board.relations.values()]
    .filter((relation) => relation.layer === 'common' && kept.has(relation.from) && kept.has(relation.to))
    .sort(byId)
    .map(relationValues)
  const whole = {
    format: 'second-story/record',
    version: RECORD_JSON_VERSION,
    record: composeRecord(board, options),
    items,
    relations,
  }
  return `${JSON.stringify(sorted(whole), null, 2)}\n`
}

/** What an `add` takes; how it came to be written (round, revealed, kept back) is nobody's business later. */
function itemValues(item: Item): Record<string, unknown> {
  const {
    layer: _layer,
    round: _round,
    keptBack: _keptBack,
    revealed: _revealed,
    deleted: _deleted,
    ...rest
  } = item
  return rest
}

function relationValues(relation: Relation): Record<string, unknown> {
  const { id, from, to, kind, label } = relation
  return { id, from, to, kind, label, ...shapeOf(relation) }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}
