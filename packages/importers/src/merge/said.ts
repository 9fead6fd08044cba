import type { DraftArrow } from '../system/draft.ts'
import { storedKey } from '../system/known.ts'

/** What a file said of a thing, in short: by field, and under `arrows` what leads from it. */
export type Said = Readonly<Record<string, string>>

/** Words up to so long are kept as they are, longer ones as a sum. */
const MOST_PLAIN = 24
/** Characters of all arrows of one thing; what is beyond counts as never said. */
const MOST_ARROWS = 7_500

/** Words, short enough to be kept beside each thing: enough to see whether they are the same. */
export function brief(words: string): string {
  if (words.length <= MOST_PLAIN && !words.includes('\n')) return words
  return `#${sumOf(words)}${words.length.toString(36)}`
}

/** An arrow from a thing: its kind and where it leads, in short. */
export function arrowPrint(kind: string, toKey: string): string {
  return sumOf(`${kind} ${storedKey(toKey)}`)
}

/** What leads from a thing, print -> words in short. */
export type ArrowsSaid = ReadonlyMap<string, string>

export function arrowsSaid(arrows: readonly DraftArrow[]): ArrowsSaid {
  return new Map(arrows.map(({ kind, to, label }) => [arrowPrint(kind, to), brief(label)]))
}

/** Only what is not empty is kept. */
export function said(fields: Readonly<Record<string, string>>, arrows: ArrowsSaid): Said {
  const out: Record<string, string> = {}
  for (const [field, words] of Object.entries(fields)) if (words !== '') out[field] = brief(words)
  const lines = writeArrows(arrows)
  if (lines !== '') out.arrows = lines
  return out
}

function writeArrows(arrows: ArrowsSaid): string {
  let out = ''
  for (const [print, words] of [...arrows].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const line = `${print} ${words}\n`
    if (out.length + line.length > MOST_ARROWS) break
    out += line
  }
  return out.trimEnd()
}

export function readArrows(kept: Said | undefined): ArrowsSaid {
  const out = new Map<string, string>()
  for (const line of (kept?.arrows ?? '').split('\n')) {
    const space = line.indexOf(' ')
    if (space > 0) out.set(line.slice(0, space), line.slice(space + 1))
    else if (line !== '') out.set(line, '')
  }
  return out
}

export function sameSaid(a: Said | undefined, b: Said): boolean {
  const keys = Object.keys(b)
  return a !== undefined && Object.keys(a).length === keys.length && keys.every((key) => a[key] === b[key])
}

/** Two sums of 32 bits each, by different rules: alike by chance once in ages. */
function sumOf(words: string): string {
  let [a, b] = [0x811c9dc5, 5381]
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = (Math.imul(b, 33) + code) | 0
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36)
}
