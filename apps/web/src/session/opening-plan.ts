/**
 * Up to this age of the copy the socket's difference is smaller than the whole, even compressed: a team that works on a
 * board all day changes a small part of it.
 */
export const FRESH_MS = 12 * 60 * 60_000

export interface CopyFacts {
  /** nothing in it: a first visit, or a browser that keeps nothing */
  readonly isEmpty: boolean
  /** when it last held all that the server had, wall ms; null when never */
  readonly syncedAt: number | null
}

/** Is it worth fetching the layer's compressed snapshot before connecting? */
export function wantsSnapshot({ isEmpty, syncedAt }: CopyFacts, wall: number): boolean {
  if (isEmpty || syncedAt === null) return true
  // a clock that was set says nothing about age: the socket is right in any case
  return wall - syncedAt > FRESH_MS
}
