import {
  type BoardSnapshot,
  type ItemId,
  itemsOf,
  placesOf,
  type RelationId,
  relationsOf,
} from '@second-story/board'
import { useEffect } from 'react'
import type * as Y from 'yjs'
import type { BoardSession } from '../session/board-session.ts'
import { useSession } from '../session/use-session.ts'
import { announce } from './announce.ts'
import { sayOthers } from './others.ts'

/** One line at most in this time: a screen reader shall not be flooded. */
const EVERY_MS = 4_000

/** Tells politely what others change on the board while it is open. */
export function useOthersSaid(): void {
  const session = useSession()
  useEffect(() => watchOthers(session, announce), [session])
}

/** Returns its own undo. */
function watchOthers(session: BoardSession, tell: (words: string) => void): () => void {
  const doc = session.layer('common')
  if (!doc) return () => undefined
  let before: BoardSnapshot | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const items = new Set<ItemId>()
  const relations = new Set<RelationId>()

  const speak = (): void => {
    const typed = new Set(session.people.list.get().map(({ typing }) => typing))
    // words that are still being written are told once they are
    const [done, open] = split(items, (id) => !typed.has(id))
    if (before) {
      const words = sayOthers(before, session.live.snapshot, { items: done, relations })
      if (words !== '') tell(words)
    }
    for (const id of done) items.delete(id)
    relations.clear()
    timer = open.size > 0 ? setTimeout(speak, EVERY_MS) : undefined
    if (!timer) before = null
  }
  const hear = (into: Set<string>) => (events: Y.YEvent<Y.AbstractType<unknown>>[], by: Y.Transaction) => {
    if (by.local || !session.ready.get()) return
    // the live board has not read the change yet: this is how it was
    before ??= heard
    for (const event of events) {
      const [top] = event.path
      if (top !== undefined) into.add(String(top))
      else for (const key of event.changes.keys.keys()) into.add(key)
    }
    timer ??= setTimeout(speak, EVERY_MS)
  }
  let heard = session.live.snapshot
  const stop = session.live.subscribe(() => {
    heard = session.live.snapshot
  })
  const [onItems, onRelations] = [hear(items), hear(relations)]
  itemsOf(doc).observeDeep(onItems)
  placesOf(doc).observeDeep(onItems)
  relationsOf(doc).observeDeep(onRelations)
  return () => {
    stop()
    clearTimeout(timer)
    itemsOf(doc).unobserveDeep(onItems)
    placesOf(doc).unobserveDeep(onItems)
    relationsOf(doc).unobserveDeep(onRelations)
  }
}

function split<T>(all: ReadonlySet<T>, isIn: (one: T) => boolean): readonly [Set<T>, Set<T>] {
  const [into, rest] = [new Set<T>(), new Set<T>()]
  for (const one of all) (isIn(one) ? into : rest).add(one)
  return [into, rest]
}
