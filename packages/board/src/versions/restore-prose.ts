import * as Y from 'yjs'
import { proseOf } from '../document/roots.ts'
import { copyEntry } from './shared-entries.ts'

/**
 * Sets the hand-written parts of a record back to what a version holds. Paragraphs that are the same at the beginning and at the
 * end stay as they are, carets and words that somebody types into them included.
 */
export function restoreProse(doc: Y.Doc, version: Y.Doc): void {
  const sections = new Set([...proseOf(doc).keys(), ...proseOf(version).keys()])
  for (const section of sections) {
    const held = proseOf(doc).get(section)
    const wanted = proseOf(version).get(section)
    if (held instanceof Y.XmlFragment)
      restoreNodes(held, wanted instanceof Y.XmlFragment ? wanted.toArray() : [])
    else if (wanted instanceof Y.XmlFragment) proseOf(doc).set(section, copyEntry('prose', wanted))
  }
}

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook

function restoreNodes(held: Y.XmlFragment, wanted: readonly Node[]): void {
  const now = held.toArray()
  const most = Math.min(now.length, wanted.length)
  let head = 0
  while (head < most && alike(now[head], wanted[head])) head++
  let tail = 0
  while (tail < most - head && alike(now[now.length - 1 - tail], wanted[wanted.length - 1 - tail])) tail++
  const gone = now.length - head - tail
  if (gone > 0) held.delete(head, gone)
  const come = wanted.slice(head, wanted.length - tail)
  if (come.length > 0)
    held.insert(
      head,
      come.map((node) => node.clone() as Y.XmlElement | Y.XmlText),
    )
}

function alike(a: Node | undefined, b: Node | undefined): boolean {
  return a?.constructor === b?.constructor && a?.toString() === b?.toString()
}
