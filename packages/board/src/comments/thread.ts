import { isItemTypeName, itemType } from '../items/catalogue.ts'
import { firstLine } from '../items/define.ts'
import type { BoardSnapshot, Item } from '../snapshot.ts'
import type { Comment, Pinned } from './comment.ts'

/** A comment and the answers to it, oldest first. */
export interface Thread {
  readonly id: string
  readonly first: Comment
  readonly answers: readonly Comment[]
  readonly on: Pinned
  readonly isResolved: boolean
}

const ON_NOTHING: Pinned = Object.freeze({ item: null, name: '', place: null })

/** The threads in which there is a word left, in the order in which they were begun. */
export function threadsOf(comments: ReadonlyMap<string, Comment>): readonly Thread[] {
  const answers = new Map<string, Comment[]>()
  for (const one of comments.values()) {
    if (one.thread === one.id) continue
    const known = answers.get(one.thread)
    if (known) known.push(one)
    else answers.set(one.thread, [one])
  }
  const out: Thread[] = []
  for (const first of comments.values()) {
    if (first.thread !== first.id) continue
    const told = (answers.get(first.id) ?? []).sort(byTime)
    if (first.removed !== null && told.every((one) => one.removed !== null)) continue
    const on = first.on ?? ON_NOTHING
    out.push({ id: first.id, first, answers: told, on, isResolved: first.resolved !== null })
  }
  return out.sort((a, b) => byTime(a.first, b.first))
}

function byTime(a: Comment, b: Comment): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1)
}

/** What a thread is about, as the board is now. */
export interface About {
  /** the item, while it is there */
  readonly item: Item | null
  /** it was about an item that is no longer there */
  readonly isGone: boolean
  /** the item's name, its former one when it is gone; '' for a place */
  readonly name: string
  /** where its pin stands: the upper right corner of the item, or the place; null where there is none on the map */
  readonly place: { readonly x: number; readonly y: number } | null
}

export function aboutOf(on: Pinned, board: BoardSnapshot): About {
  if (on.item === null) return { item: null, isGone: false, name: '', place: on.place }
  const item = board.items.get(on.item)
  const was = item ?? board.deleted.get(on.item)
  const box = was?.place
  return {
    item: item ?? null,
    isGone: item === undefined,
    name: was ? shortName(was) : on.name,
    place: box ? { x: box.x + box.w, y: box.y } : on.place,
  }
}

/** An item in a few words: its own, or what it is. */
export function shortName(item: Item): string {
  const noun = isItemTypeName(item.type) ? itemType(item.type).noun : 'thing'
  return firstLine('text' in item ? item.text : item.name, `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`)
}

/** A thread with its number, as a picture and the list beside it call it. */
export interface NumberedThread {
  /** from 1, in the order in which they were begun */
  readonly n: number
  readonly thread: Thread
  readonly about: About
  /** what was said, oldest first, without what was taken away */
  readonly words: readonly string[]
}

/** What is said of a board, for what leaves it: no names, since records and pictures tell none. */
export function numberedThreads(board: BoardSnapshot): readonly NumberedThread[] {
  return threadsOf(board.comments).map((thread, at) => ({
    n: at + 1,
    thread,
    about: aboutOf(thread.on, board),
    words: [thread.first, ...thread.answers].flatMap(({ removed, text }) => (removed === null ? [text] : [])),
  }))
}

/** What a thread is about, in words: “orders”, or a place on the map. */
export function aboutInWords({ name, isGone }: Pick<About, 'name' | 'isGone'>): string {
  if (name === '') return 'A place on the map'
  return isGone ? `On “${name}”, which is no longer there` : `On “${name}”`
}
