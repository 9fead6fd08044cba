import type { Reach } from '@second-story/protocol'
import * as Y from 'yjs'
import type { LayerSnapshot, LayerUpdate } from '../api/boards.ts'
import type { LocalCopy } from './local-copy.ts'

/**
 * Fills a document with a layer as it was fetched, and keeps the bytes in its copy as they came. Returns how far the document has
 * come in the layer's log by that; null where that is not known.
 */
export function fill(
  doc: Y.Doc,
  copy: LocalCopy,
  { updates, reach }: LayerSnapshot,
  origin: object,
): Reach | null {
  try {
    unheard(doc, () => {
      for (const update of updates) apply(doc, update, origin)
    })
    for (const update of updates) copy.keep(update)
    return reach
  } catch {
    // cut short on the way: the socket brings the rest, and the copy keeps what came
    copy.keep(Y.encodeStateAsUpdate(doc))
    return null
  }
}

function apply(doc: Y.Doc, update: LayerUpdate, origin: object): void {
  if ('v2' in update) Y.applyUpdateV2(doc, update.v2, origin)
  else Y.applyUpdate(doc, update, origin)
}

/** Runs `work` while nobody hears of updates: Yjs would encode anew all that it brings, for each kind of listener. */
function unheard(doc: Y.Doc, work: () => void): void {
  const heard = doc._observers.get('update')
  doc._observers.delete('update')
  try {
    work()
  } finally {
    if (heard) doc._observers.set('update', heard)
  }
}
