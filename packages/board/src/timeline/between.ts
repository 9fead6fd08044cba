import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** A key that sorts (by plain string comparison) behind `before` and ahead of `after`; null leaves that side open. */
export function between(before: string | null, after: string | null): string {
  const [from, to] = side(before, after)
  return generateKeyBetween(from, to)
}

/** `count` keys in a row, sorting between the two. */
export function manyBetween(before: string | null, after: string | null, count: number): readonly string[] {
  const [from, to] = side(before, after)
  return generateNKeysBetween(from, to, count)
}

// documents may hold keys that nobody made here: a side that is no key, or does not come first, counts as open
function side(before: string | null, after: string | null): [string | null, string | null] {
  const from = isOrderKey(before) ? before : null
  const to = isOrderKey(after) ? after : null
  return from !== null && to !== null && from >= to ? [from, null] : [from, to]
}

/** True for a key that `between` can go on from. */
export function isOrderKey(key: string | null): key is string {
  if (key === null || key === '') return false
  try {
    generateKeyBetween(key, null)
    return true
  } catch {
    return false
  }
}
