import type * as Y from 'yjs'

/** One stretch of a text replaced: `remove` characters at `at` give way to `insert`. */
export interface Splice {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/**
 * The smallest splice that turns `before` into `after`; null where they are equal. `caret` (its place in `after`)
 * settles which of several equal letters was typed, so that two people typing beside each other both win.
 */
export function spliceOf(before: string, after: string, caret = after.length): Splice | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  const tailMost = Math.min(most, Math.max(0, after.length - caret))
  let tail = 0
  while (tail < tailMost && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  let head = 0
  while (head < most - tail && before[head] === after[head]) head++
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  // a pair of surrogates is one character: never cut between its halves
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head--
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--
  return {
    at: head,
    remove: before.length - head - tail,
    insert: after.slice(head, after.length - tail),
  }
}

/** Writes a splice into the shared text, as one person's typing (`origin`). */
export function typeInto(text: Y.Text, splice: Splice, origin: unknown): void {
  const write = (): void => {
    if (splice.remove > 0) text.delete(splice.at, splice.remove)
    if (splice.insert !== '') text.insert(splice.at, splice.insert)
  }
  if (text.doc) text.doc.transact(write, origin)
  else write()
}

/** Where a caret stands after somebody else's splice. */
export function carry(caret: number, splice: Splice): number {
  if (caret <= splice.at) return caret
  if (caret >= splice.at + splice.remove) return caret - splice.remove + splice.insert.length
  return splice.at + splice.insert.length
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
