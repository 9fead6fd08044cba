/** Two things that say nearly the same. */
export interface Alike<T> {
  readonly a: T
  readonly b: T
  /** 0 to 1 */
  readonly likeness: number
}

const SMALL = new Set(
  'a an and are as at be been but by for from had has have in is it its no not of on or our so that the their then there they this to was we were when which with you'.split(
    ' ',
  ),
)
const ENOUGH = 0.6

/** Words that carry meaning, without case, endings of number and time, or little words between. */
export function wordsIn(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => !SMALL.has(word)).map(stem)
  return new Set(telling.length > 0 ? telling : words)
}

/** How much of the smaller one's words and of both's words are shared: 1 for the same words in any order. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  // a lone shared word says little: "backup" and "backup job failed" are not the same thing
  if (shared < 2 && Math.max(a.size, b.size) > 1) return 0
  return (2 * shared) / (a.size + b.size)
}

/** Pairs that say nearly the same, the likest first; each thing at most once. Only asked about, never merged by itself. */
export function alike<T extends { readonly text: string }>(things: readonly T[]): readonly Alike<T>[] {
  const read = things.map((thing) => ({ thing, words: wordsIn(thing.text) }))
  const pairs: Alike<T>[] = []
  for (const [at, one] of read.entries()) {
    for (const other of read.slice(at + 1)) {
      const score = likeness(one.words, other.words)
      if (score >= ENOUGH) pairs.push({ a: one.thing, b: other.thing, likeness: score })
    }
  }
  pairs.sort((a, b) => b.likeness - a.likeness)
  const used = new Set<T>()
  return pairs.filter(({ a, b }) => {
    if (used.has(a) || used.has(b)) return false
    used.add(a).add(b)
    return true
  })
}

function stem(word: string): string {
  const bare = word.replace(/(?:ies|ing|ed|es|s)$/u, '')
  return bare.length >= 3 ? bare : word
}
