import type { BoardSnapshot, Item, ItemId, Relation } from '@second-story/board'
import { bracketed, sayRelation, verbOf } from '../../aloud/say-relation.ts'
import { carriedBy } from '../../outline/carried.ts'
import { nameOf, nounOf } from '../../outline/item-words.ts'
import { kindInWords } from '../../outline/part-words.ts'
import { sayWhen } from '../../outline/say-when.ts'

/** An item in words: name, kind, time, what it points to: “orders, service, calls payment (http)”. */
export function sayItem(
  board: BoardSnapshot,
  item: Item,
  outgoing: readonly Relation[],
  when: ReturnType<typeof sayWhen>,
): string {
  const parts = [nameOf(item), kindOf(item)]
  if (item.type === 'component' && item.technology) parts.push(item.technology)
  if (item.type === 'component' && item.offLimits) parts.push('off limits')
  if (item.type === 'event') parts.push(when(item.when))
  if (item.layer === 'own') parts.push('only you')
  if (item.tags.length > 0) parts.push(item.tags.map((tag) => `#${tag}`).join(' '))
  const holder = item.place?.parent ? board.items.get(item.place.parent) : undefined
  if (holder) parts.push(`in ${nameOf(holder)}`)
  if (item.group) parts.push('in a group')
  parts.push(carriedBy(board, item))
  for (const relation of outgoing) {
    const to = board.items.get(relation.to)
    if (to) parts.push(`${verbOf(relation)} ${nameOf(to)}${bracketed(relation)}`)
  }
  return parts.filter((part) => part !== '').join(', ')
}

/** One line of the list that mirrors the map. */
export type Entry =
  | { readonly of: 'item'; readonly id: ItemId; readonly words: string }
  | { readonly of: 'relation'; readonly id: Relation['id']; readonly words: string }

/** Everything on the map in reading order, each item followed by the arrows that leave it. */
export function entriesOf(board: BoardSnapshot, ordered: readonly Item[]): Entry[] {
  const leaving = new Map<ItemId, Relation[]>()
  for (const relation of board.relations.values()) {
    const list = leaving.get(relation.from)
    if (list) list.push(relation)
    else leaving.set(relation.from, [relation])
  }
  const when = sayWhen(board)
  return ordered.flatMap((item): Entry[] => {
    const outgoing = leaving.get(item.id) ?? []
    return [
      { of: 'item', id: item.id, words: sayItem(board, item, outgoing, when) },
      ...outgoing.map((one): Entry => ({ of: 'relation', id: one.id, words: sayRelation(board, one) })),
    ]
  })
}

function kindOf(item: Item): string {
  return item.type === 'factor'
    ? `factor, ${kindInWords(item)}`
    : item.type === 'component'
      ? kindInWords(item)
      : nounOf(item)
}
