import { ARROW_LOOKS, type BoardSnapshot, type Item, type ItemId, type Relation } from '@second-story/board'
import { verbOf } from '../../aloud/say-relation.ts'
import { haystackOf, plainWords } from '../../outline/find-items.ts'
import { nameOf, nounOf } from '../../outline/item-words.ts'
import { inReadingOrder } from '../../outline/order.ts'
import { kindInWords } from '../../outline/part-words.ts'

export type Hit =
  | { readonly of: 'item'; readonly id: ItemId; readonly item: Item; readonly said: string }
  | { readonly of: 'arrow'; readonly id: Relation['id']; readonly arrow: Relation; readonly said: string }

/**
 * Everything on the map that holds all words typed, as one reads it: by names, texts, notes, tags, what is said beside it
 * in comments, what kind of thing it is, and arrows by the words on them. '' finds nothing.
 */
export function findOnMap(board: BoardSnapshot, typed: string, isThere = isPlaced): readonly Hit[] {
  const wanted = plainWords(typed).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const holds = (words: string): boolean => {
    const hay = plainWords(words)
    return wanted.every((word) => hay.includes(word))
  }
  const beside = commentsBy(board)
  const leaving = arrowsWith(board, holds)
  const placed = [...board.items.values()].filter((item) => isThere(item) && item.revealed === null)
  return inReadingOrder(placed).flatMap((item): Hit[] => {
    const hay = `${haystackOf(item)} ${nounOf(item)} ${kindInWords(item)} ${beside.get(item.id) ?? ''}`
    const self: Hit[] = holds(hay) ? [{ of: 'item', id: item.id, item, said: nameOf(item) }] : []
    const arrows = (leaving.get(item.id) ?? []).map(
      (arrow): Hit => ({ of: 'arrow', id: arrow.id, arrow, said: sayArrow(board, arrow) }),
    )
    return [...self, ...arrows]
  })
}

const isPlaced = (item: Item): boolean => item.place !== null

/** The things on the whole board that have the words, or an arrow from them; what has no place, too. */
export function findThings(board: BoardSnapshot, typed: string): readonly Item[] {
  const hits = findOnMap(board, typed, () => true)
  const ids = new Set(hits.map((hit) => (hit.of === 'item' ? hit.id : hit.arrow.from)))
  return [...ids].flatMap((id) => board.items.get(id) ?? [])
}

function commentsBy(board: BoardSnapshot): ReadonlyMap<ItemId, string> {
  const words = new Map<ItemId, string>()
  for (const comment of board.comments.values()) {
    const id = (comment.on ?? board.comments.get(comment.thread)?.on)?.item
    if (id && comment.removed === null) words.set(id, `${words.get(id) ?? ''} ${comment.text}`)
  }
  return words
}

/** Arrows that are drawn, and whose words hold what was typed, by what they leave. */
function arrowsWith(
  board: BoardSnapshot,
  holds: (words: string) => boolean,
): ReadonlyMap<ItemId, readonly Relation[]> {
  const found = new Map<ItemId, Relation[]>()
  for (const arrow of board.relations.values()) {
    const look = ARROW_LOOKS[arrow.kind]
    const shown = arrow.label === '' ? look.words : arrow.label
    if (look.chip || look.quiet || shown === '' || !holds(shown)) continue
    if (!board.items.get(arrow.to)?.place) continue
    const list = found.get(arrow.from)
    if (list) list.push(arrow)
    else found.set(arrow.from, [arrow])
  }
  return found
}

function sayArrow(board: BoardSnapshot, arrow: Relation): string {
  const end = (id: ItemId): string => {
    const item = board.items.get(id)
    return item ? nameOf(item) : ''
  }
  return `${end(arrow.from)} ${verbOf(arrow)} ${end(arrow.to)}`
}
