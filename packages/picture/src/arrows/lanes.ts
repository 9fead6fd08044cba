import type { BoardSnapshot, Relation, RelationId } from '@second-story/board'
import { lineOf } from './line.ts'

/** Units between straight lines that join the same two things. */
const APART = 14
/** Between loops at the same one: their words stand on them. */
const LOOPS_APART = 24

/**
 * How far aside straight lines between the same two middles go, whichever way they point, and how far outwards further
 * loops; what is alone is not named.
 */
export function lanesOf(
  board: BoardSnapshot,
  shown: (relation: Relation) => boolean,
): ReadonlyMap<RelationId, number> {
  const bundles = new Map<string, Relation[]>()
  for (const relation of board.relations.values()) {
    const isLoop = relation.from === relation.to
    if (!isLoop && (lineOf(relation) !== 'straight' || relation.fromSide || relation.toSide)) continue
    if (!shown(relation)) continue
    const key = [relation.from, relation.to].sort().join(' ')
    const bundle = bundles.get(key)
    if (bundle) bundle.push(relation)
    else bundles.set(key, [relation])
  }
  const lanes = new Map<RelationId, number>()
  for (const bundle of bundles.values()) {
    if (bundle.length < 2) continue
    bundle.sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const [at, { id, from, to }] of bundle.entries()) {
      if (from === to) lanes.set(id, at * LOOPS_APART)
      else lanes.set(id, (from < to ? 1 : -1) * (at - (bundle.length - 1) / 2) * APART)
    }
  }
  return lanes
}
