import { type BoardSnapshot, RELATION_VERBS, type Relation } from '@second-story/board'
import { nameOf } from '../outline/item-words.ts'

/** An arrow in words, with its direction: “orders calls payment (http)”. */
export function sayRelation(board: BoardSnapshot, relation: Relation): string {
  const from = board.items.get(relation.from)
  const to = board.items.get(relation.to)
  if (!from || !to) return ''
  return `${nameOf(from)} ${verbOf(relation)} ${nameOf(to)}${bracketed(relation)}`
}

/** What it says of its two ends. */
export function verbOf(relation: Relation): string {
  return RELATION_VERBS[relation.kind]
}

/** Its own words, to be set behind. */
export function bracketed(relation: Relation): string {
  return relation.label === '' ? '' : ` (${relation.label})`
}
