import {
  deletedAt,
  type Item,
  isRelationKind,
  type RelationKind,
  read,
  relationsOf,
} from '@second-story/board'
import * as Y from 'yjs'

/** What one person wrote in a round, as it is to be shown. */
export interface WrittenAlone {
  readonly items: readonly Item[]
  /** arrows and chips in the same private document that touch any of these items */
  readonly relations: readonly PrivateRelation[]
}

export interface PrivateRelation {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly kind: RelationKind
  readonly label: string
}

/**
 * Exactly the items of the round: not the sketch beside them, nothing kept back or deleted, nothing without words. What this
 * version does not know stays where it is.
 */
export function writtenAlone(own: Y.Doc, round: string): WrittenAlone {
  const items = [...read(new Map([['own', own]])).items.values()].filter(
    (item) =>
      item.round === round &&
      !item.keptBack &&
      item.revealed === null &&
      item.type !== 'plain' &&
      hasWords(item),
  )
  const ids = new Set<string>(items.map((item) => item.id))
  const relations: PrivateRelation[] = []
  for (const [id, map] of relationsOf(own)) {
    if (!(map instanceof Y.Map)) continue
    const [from, to, kind, label] = ['from', 'to', 'kind', 'label'].map((key) => map.get(key))
    if (typeof from !== 'string' || typeof to !== 'string' || deletedAt(map) !== null) continue
    if (!ids.has(from) && !ids.has(to)) continue
    relations.push({
      id,
      from,
      to,
      kind: isRelationKind(kind) ? kind : 'relates-to',
      label: typeof label === 'string' ? label : '',
    })
  }
  return { items, relations }
}

function hasWords(item: Item): boolean {
  if (item.type === 'image' && item.picture !== '') return true
  return ('name' in item ? item.name : item.text).trim() !== ''
}
