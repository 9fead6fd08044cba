import type { BoardSnapshot } from '@second-story/board'

/**
 * Do two snapshots hold the same items, arrows and conduct? Prose apart: whoever types into the Summary must not have
 * both pictures drawn again at every letter.
 */
export function sameThings(a: BoardSnapshot, b: BoardSnapshot): boolean {
  return a.conduct === b.conduct && sameEntries(a.items, b.items) && sameEntries(a.relations, b.relations)
}

function sameEntries<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  if (a === b) return true
  if (a.size !== b.size) return false
  for (const [key, value] of a) if (b.get(key) !== value) return false
  return true
}
