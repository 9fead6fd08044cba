/**
 * How far somebody has come in a layer's log: all that rows up to `n` say, structs and deletions, is known. A state vector knows
 * nothing of deletions; this does. It holds in its epoch alone: a layer that was replaced or restored has another.
 */
export interface Reach {
  readonly epoch: number
  /** number of a row; 0: before the first */
  readonly n: number
}

/** The header of a layer's snapshot over HTTP that says how far it reaches. */
export const REACH_HEADER = 'Layer-Reach'

/** `<epoch>.<n>`, as it stands in `?since=` and in `Layer-Reach`. */
export function formatReach({ epoch, n }: Reach): string {
  return `${epoch}.${n}`
}

/** What `formatReach` wrote; null for anything else. */
export function parseReach(text: string | null | undefined): Reach | null {
  const found = /^(\d{1,16})\.(\d{1,16})$/.exec(text ?? '')
  if (found === null) return null
  const reach = { epoch: Number(found[1]), n: Number(found[2]) }
  return Number.isSafeInteger(reach.epoch) && Number.isSafeInteger(reach.n) ? reach : null
}

/** The one that has come further. Both may be true of one document: epochs grow, so the later one says more of what is served now. */
export function furtherReach(a: Reach | null, b: Reach | null): Reach | null {
  if (a === null || b === null) return a ?? b
  return b.epoch > a.epoch || (b.epoch === a.epoch && b.n > a.n) ? b : a
}
