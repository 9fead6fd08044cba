import * as Y from 'yjs'
import type { EntryKey } from './shared-entries.ts'
import { sharedEntries } from './shared-entries.ts'

/** What a board looked like, as one number an entry: enough to tell which entries differ, too little to read them. */
export type Prints = ReadonlyMap<EntryKey, number>

export function printsOf(doc: Y.Doc): Prints {
  const prints = new Map<EntryKey, number>()
  for (const [root, key, value] of sharedEntries(doc)) prints.set(`${root}/${key}`, printOf(value))
  return prints
}

export function samePrints(a: Prints, b: Prints): boolean {
  if (a.size !== b.size) return false
  for (const [key, print] of a) if (b.get(key) !== print) return false
  return true
}

/** A letter for each byte. */
const LETTERS = new TextDecoder('latin1')

/** Two entries that read alike have the same print, whoever wrote them in whatever order. */
export function printOf(value: unknown): number {
  if (value instanceof Uint8Array) return hash(LETTERS.decode(value))
  try {
    return hash(JSON.stringify(plain(value), ordered) ?? '')
  } catch {
    // nested without end: nobody can read it either
    return 0
  }
}

function plain(value: unknown): unknown {
  if (value instanceof Y.Map) {
    const { deleted: _, undone: __, ...rest } = value.toJSON()
    return rest
  }
  return value instanceof Y.AbstractType ? value.toJSON() : value
}

/** Keys in order: a map remembers in which order they came to this machine. */
function ordered(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** cyrb53: 53 bits of a text. */
function hash(text: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}
