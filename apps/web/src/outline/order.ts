import type { Item } from '@second-story/board'

/** Canvas units within which two things count as lying in one row. */
const ROW = 40

/** As one reads a page: rows from above, each from the left; what lies nowhere comes last, as it was made. */
export function inReadingOrder<T extends Item>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => {
    if (!a.place || !b.place) return a.place ? -1 : b.place ? 1 : 0
    const rows = Math.round(a.place.y / ROW) - Math.round(b.place.y / ROW)
    return rows || a.place.x - b.place.x
  })
}
