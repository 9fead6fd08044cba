import type * as Y from 'yjs'

/**
 * Two marks hide an item or relation, each a time in ms, or null once it is back: `deleted` by a command, `undone` when
 * its maker took the making back. They are two keys because an undo stack follows the first: a second writer on one
 * key counts as somebody else's change, and redo would stop there.
 */
const MARKS = ['deleted', 'undone'] as const

/** When it was hidden, or null while it is there. */
export function deletedAt(map: Y.Map<unknown>): number | null {
  for (const key of MARKS) {
    const at = map.get(key)
    if (typeof at === 'number' && Number.isFinite(at)) return at
  }
  return null
}

/** It is hidden, and not because somebody removed it: its maker took the making back. */
export function isUndone(map: Y.Map<unknown>): boolean {
  return deletedAt(map) !== null && !Number.isFinite(map.get('deleted'))
}

export function markDeleted(map: Y.Map<unknown>, now: number): void {
  if (deletedAt(map) === null) map.set('deleted', now)
}

/** Brings it back, whichever way it went. */
export function unmarkDeleted(map: Y.Map<unknown>): void {
  for (const key of MARKS) if (typeof map.get(key) === 'number') map.set(key, null)
}

/** Its maker takes the making back, or does it again. */
export function markUndone(map: Y.Map<unknown>, at: number | null): void {
  if (at !== null || typeof map.get('undone') === 'number') map.set('undone', at)
}
