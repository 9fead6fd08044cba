import {
  type BoardSnapshot,
  type Component,
  type Conduct,
  firstLine,
  type Item,
  type ItemId,
  type ProseBlock,
  type Relation,
} from '@second-story/board'
import { Sources } from './source-list.ts'

export type ItemOf<T extends Item['type']> = Extract<Item, { type: T }>

/**
 * What the record may read: `common` and `conduct`, nothing else, so that it is the same for everyone who may read
 * it. Items and relations come in a fixed order, whatever order the documents hold.
 */
export class View {
  readonly conduct: Conduct
  readonly relations: readonly Relation[]
  readonly sources = new Sources()
  readonly #items: ReadonlyMap<ItemId, Item>
  readonly #prose: BoardSnapshot['prose']
  readonly #ranks = new Map<ItemId, number>()
  readonly #leaving: ReadonlyMap<ItemId, readonly Relation[]>
  readonly #arriving: ReadonlyMap<ItemId, readonly Relation[]>

  constructor(board: BoardSnapshot) {
    this.conduct = board.conduct
    this.#prose = board.prose
    const items = [...board.items.values()].filter(isRecorded).sort(inReadingOrder)
    this.#items = new Map(items.map((item) => [item.id, item]))
    for (const { id } of items) this.#ranks.set(id, this.#ranks.size)
    this.relations = [...board.relations.values()]
      .filter(
        (relation) => isShared(relation) && this.#items.has(relation.from) && this.#items.has(relation.to),
      )
      .sort(
        (a, b) =>
          this.#rank(a.from) - this.#rank(b.from) ||
          this.#rank(a.to) - this.#rank(b.to) ||
          compare(a.id, b.id),
      )
    this.#leaving = grouped(this.relations, 'from')
    this.#arriving = grouped(this.relations, 'to')
  }

  /** Items of one type in reading order: down the map, then across; those in lists only at the end. */
  all<T extends Item['type']>(type: T): readonly ItemOf<T>[] {
    return [...this.#items.values()].filter((item): item is ItemOf<T> => item.type === type)
  }

  /** What may be read, as steps of a flow are looked up in it. */
  get graph(): Pick<BoardSnapshot, 'items' | 'relations'> {
    return { items: this.#items, relations: new Map(this.relations.map((one) => [one.id, one])) }
  }

  item(id: ItemId): Item | undefined {
    return this.#items.get(id)
  }

  prose(section: string): readonly ProseBlock[] {
    return this.#prose.get(section) ?? []
  }

  from(id: ItemId): readonly Relation[] {
    return this.#leaving.get(id) ?? []
  }

  to(id: ItemId): readonly Relation[] {
    return this.#arriving.get(id) ?? []
  }

  /** The components that something is about. */
  componentsOf(id: ItemId): readonly Component[] {
    const found = new Set<Component>()
    for (const relation of [...this.from(id), ...this.to(id)]) {
      if (relation.kind !== 'about') continue
      const other = this.item(relation.from === id ? relation.to : relation.from)
      if (other?.type === 'component') found.add(other)
    }
    return [...found].sort((a, b) => this.#rank(a.id) - this.#rank(b.id))
  }

  /** How an item is called inside a sentence. */
  nameOf(id: ItemId): string {
    const item = this.item(id)
    if (!item) return 'something'
    return 'name' in item ? firstLine(item.name, 'unnamed') : firstLine(item.text, 'unnamed')
  }

  #rank(id: ItemId): number {
    return this.#ranks.get(id) ?? -1
  }
}

function isShared({ layer }: { readonly layer: string }): boolean {
  return layer === 'common' || layer === 'conduct'
}

/** Shared, and not an event that people left out of the record: nothing else there names it either. */
function isRecorded(item: Item): boolean {
  return isShared(item) && !(item.type === 'event' && item.leaveOutOfRecord)
}

function grouped(relations: readonly Relation[], end: 'from' | 'to'): Map<ItemId, Relation[]> {
  const out = new Map<ItemId, Relation[]>()
  for (const relation of relations) {
    const list = out.get(relation[end])
    if (list) list.push(relation)
    else out.set(relation[end], [relation])
  }
  return out
}

/** Cards a few units out of line still stand in one row. */
const ROW = 48

function inReadingOrder(a: Item, b: Item): number {
  if (a.place && b.place) {
    const rows = Math.floor(a.place.y / ROW) - Math.floor(b.place.y / ROW)
    return rows || a.place.x - b.place.x || a.place.y - b.place.y || byWords(a, b)
  }
  if (a.place || b.place) return a.place ? -1 : 1
  return byWords(a, b)
}

function byWords(a: Item, b: Item): number {
  const words = (item: Item): string => ('name' in item ? item.name : item.text)
  return compare(words(a), words(b)) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
