import type * as Y from 'yjs'
import { deletedAt } from '../document/deleted.ts'
import { type ItemId, isId, type RelationId } from '../ids.ts'
import type { LayerName } from '../layers.ts'
import { LIMITS } from '../limits.ts'
import { isRelationKind } from '../relations/kinds.ts'
import { readShape } from '../relations/shape.ts'
import type { Relation } from '../snapshot.ts'

/** Reads one relation's map; null where an end is not even an id. An unknown kind is read as `relates-to`. */
export function readRelation(id: RelationId, map: Y.Map<unknown>, layer: LayerName): Relation | null {
  const from = map.get('from')
  const to = map.get('to')
  if (!isId(from) || !isId(to)) return null
  const kind = map.get('kind')
  const label = map.get('label')
  return Object.freeze({
    id,
    layer,
    from: from as ItemId,
    to: to as ItemId,
    kind: isRelationKind(kind) ? kind : 'relates-to',
    label: typeof label === 'string' ? label.slice(0, LIMITS.label) : '',
    deleted: deletedAt(map),
    ...readShape((key) => map.get(key)),
  })
}
