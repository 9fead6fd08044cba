import type { ItemId, Thread } from '@second-story/board'
import { MessageSquare } from 'lucide-react'
import styles from './CommentCount.module.css'
import { allOf, useThreads } from './use-threads.ts'
import { say } from './words.ts'

/** How many comments there are on an item, in threads that are not resolved; nothing where there are none. */
export function CommentCount({ item }: { readonly item: ItemId }) {
  const n = useCounts().get(item) ?? 0
  if (n === 0) return null
  return (
    <span className={styles.count}>
      <MessageSquare aria-hidden="true" />
      <span aria-hidden="true">{n}</span>
      <span className={styles.hidden}>, {say.count(n)}</span>
    </span>
  )
}

/** By item. */
export function useCounts(): ReadonlyMap<ItemId, number> {
  return countsOf(useThreads())
}

const counted = new WeakMap<readonly Thread[], ReadonlyMap<ItemId, number>>()

/** Counted once, however many lines ask. */
function countsOf(threads: readonly Thread[]): ReadonlyMap<ItemId, number> {
  const known = counted.get(threads)
  if (known) return known
  const out = new Map<ItemId, number>()
  for (const thread of threads) {
    const { item } = thread.on
    if (item === null || thread.isResolved) continue
    const words = allOf(thread).filter(({ removed }) => removed === null).length
    out.set(item, (out.get(item) ?? 0) + words)
  }
  counted.set(threads, out)
  return out
}
