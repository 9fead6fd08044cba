import { sameBytes } from '@second-story/std'
import type * as Y from 'yjs'
import { strokesOf } from '../document/roots.ts'
import { unpackStroke } from '../strokes/pack.ts'

/** The strokes of a board as a version shows them: those drawn since go, erased ones are there again, moved ones lie where they lay. */
export function restoreStrokes(doc: Y.Doc, version: Y.Doc): void {
  const now = strokesOf(doc)
  const then = strokesOf(version)
  for (const [id, packed] of [...now]) if (!then.has(id) && unpackStroke(packed)) now.delete(id)
  for (const [id, packed] of then) {
    const held = now.get(id)
    const isSame = held instanceof Uint8Array && packed instanceof Uint8Array && sameBytes(held, packed)
    if (!isSame) now.set(id, packed)
  }
}
