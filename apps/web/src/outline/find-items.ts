import type { BoardSnapshot, Item } from '@second-story/board'
import { isConnectable } from '../items/connect-choices.ts'
import { nameOf, wordsOf } from './item-words.ts'

/** Items whose words hold every word typed, in any order; those that begin with it first. '' finds nothing. */
export function findItems(board: BoardSnapshot, typed: string, limit = 40): readonly Item[] {
  const wanted = plainWords(typed).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const found: { item: Item; rank: number; name: string }[] = []
  for (const item of board.items.values()) {
    const hay = plainWords(haystackOf(item))
    if (!wanted.every((word) => hay.includes(word))) continue
    const first = wanted[0] ?? ''
    const rank = hay.startsWith(first) ? 0 : hay.includes(` ${first}`) ? 1 : 2
    found.push({ item, rank, name: nameOf(item) })
  }
  found.sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, 'en'))
  return found.slice(0, limit).map(({ item }) => item)
}

/** What an item may be connected to, by words; with nothing typed the whole board, `near` things first. */
export function findOthers(board: BoardSnapshot, self: Item, typed: string, limit = 30): readonly Item[] {
  const all = typed.trim() === '' ? [...board.items.values()] : findItems(board, typed, 200)
  const others = all.filter((item) => item.id !== self.id && isConnectable(item))
  if (typed.trim() === '') others.sort((a, b) => Number(kin(b, self)) - Number(kin(a, self)))
  return others.slice(0, limit)
}

function kin(a: Item, b: Item): boolean {
  return (a.type === 'component') === (b.type === 'component')
}

/** All the words by which an item may be looked for. */
export function haystackOf(item: Item): string {
  const more: string[] = [wordsOf(item)]
  if (item.type === 'component') more.push(item.technology, item.ownerTeam, item.kind)
  if (item.type === 'event') more.push(item.when.words)
  if ('notes' in item) more.push(item.notes)
  if (item.tags.length > 0) more.push(...item.tags)
  return more.join(' ')
}

/** Lower case, without accents: "Zürich" is found by "zurich". */
export function plainWords(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
