import * as Y from 'yjs'
import { type Prints, printOf } from './prints.ts'
import { copyEntry, type EntryKey, rootOf, sharedEntries, splitKey } from './shared-entries.ts'

/**
 * What changed on a board between two moments: the entries that came or changed, whole, and the keys of those that went.
 * It holds no history, no author and nothing that was deleted; steps that follow each other can be merged into one.
 */
export interface Step {
  /** a document with these entries alone, as a Yjs V2 update */
  readonly put: Uint8Array
  readonly gone: readonly string[]
}

/** All copies are written under one client: a version never says who wrote what. */
const NOBODY = 1

/** The board as everybody can see it, whole, as a Yjs V2 update; its bytes are what a version keeps. */
export function sharedCopy(doc: Y.Doc): Uint8Array {
  return pack(sharedEntries(doc))
}

/** What is on the board now that was not, or not so, when `before` was taken; null when it looks the same. */
export function stepSince(
  doc: Y.Doc,
  before: Prints,
): { readonly prints: Prints; readonly step: Step | null } {
  const prints = new Map<EntryKey, number>()
  const changed = [...sharedEntries(doc)].filter(([root, key, value]) => {
    const print = printOf(value)
    prints.set(`${root}/${key}`, print)
    return before.get(`${root}/${key}`) !== print
  })
  const gone = [...before.keys()].filter((key) => !prints.has(key))
  if (gone.length === 0 && changed.length === 0) return { prints, step: null }
  return { prints, step: { put: pack(changed), gone } }
}

/** One step that leads as far as both. */
export function mergeSteps(first: Step, second: Step): Step {
  const entries = new Map<string, unknown>()
  const gone = new Set([...first.gone, ...second.gone])
  for (const [key, value] of entriesOf(first)) entries.set(key, value)
  for (const key of second.gone) entries.delete(key)
  for (const [key, value] of entriesOf(second)) entries.set(key, value)
  for (const key of entries.keys()) gone.delete(key)
  const put = pack(
    [...entries].flatMap(([key, value]) => {
      const where = splitKey(key)
      return where ? [[...where, value] as const] : []
    }),
  )
  return { put, gone: [...gone] }
}

/** The prints of a board after these steps, from the first one there is. */
export function printsAfter(steps: Iterable<Step>): Prints {
  const prints = new Map<EntryKey, number>()
  for (const step of steps) {
    for (const key of step.gone) prints.delete(key as EntryKey)
    for (const [key, value] of entriesOf(step)) prints.set(key, printOf(value))
  }
  return prints
}

/** Everything that a step puts, read straight from its document: no rule of visibility, it may hold an arrow alone. */
function* entriesOf(step: Step): Generator<readonly [EntryKey, unknown]> {
  const doc = documentOf(step.put)
  for (const root of ['items', 'places', 'relations', 'strokes', 'prose'] as const)
    for (const [key, value] of rootOf(doc, root)) yield [`${root}/${key}`, value]
}

/** A document with what a V2 update holds. */
export function documentOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdateV2(doc, update)
  return doc
}

function pack(entries: Iterable<readonly [Parameters<typeof rootOf>[1], string, unknown]>): Uint8Array {
  const copy = new Y.Doc()
  copy.clientID = NOBODY
  copy.transact(() => {
    for (const [root, key, value] of entries) {
      const own = copied(root, value)
      if (own !== undefined) rootOf(copy, root).set(key, own)
    }
  })
  const bytes = Y.encodeStateAsUpdateV2(copy)
  copy.destroy()
  return bytes
}

function copied(root: Parameters<typeof rootOf>[1], value: unknown): unknown {
  try {
    return copyEntry(root, value)
  } catch (error) {
    // nested deeper than a stack: somebody of ill will wrote it, and nobody could ever read it
    if (error instanceof RangeError) return undefined
    throw error
  }
}
