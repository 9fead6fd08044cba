import { seededRandom } from '@second-story/std'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readUpdate } from '../update/read.ts'
import { decodeStateVector } from '../update/state-vector.ts'
import { unread } from '../update/stretch.ts'
import type { Update } from '../update/structs.ts'
import { SnapshotSpans } from './snapshot-spans.ts'

function readOf(bytes: Uint8Array): Update {
  const update = readUpdate(bytes)
  if ('malformed' in update) throw new Error(update.malformed)
  return update
}

/** The structs that Yjs gives to whoever has `vector`. Of a key that it does not tell anyway it leaves out that there was one. */
function byYjs(snapshot: Uint8Array, vector: Uint8Array): Update['sections'] {
  return readOf(Y.diffUpdate(snapshot, vector)).sections
}

/** A document that several wrote, and its state vectors on the way. */
function written(seed: number): { readonly snapshot: Uint8Array; readonly vectors: readonly Uint8Array[] } {
  const random = seededRandom(seed)
  const any = (n: number): number => Math.floor(random() * n)
  const doc = new Y.Doc()
  const vectors: Uint8Array[] = []
  const clients = Array.from({ length: 1 + any(6) }, () => any(2 ** 32))
  for (let step = 0; step < 60; step++) {
    doc.clientID = clients[any(clients.length)] ?? 1
    const text = doc.getText('text')
    if (random() < 0.2 && text.length > 2) text.delete(any(text.length - 1), 1)
    else if (random() < 0.6) text.insert(any(text.length + 1), 'größer 🎈 '.slice(0, 1 + any(9)))
    else doc.getMap<unknown>('items').set(`k${any(5)}`, new Y.Array())
    vectors.push(Y.encodeStateVector(doc))
  }
  return { snapshot: Y.encodeStateAsUpdate(doc), vectors }
}

describe('what of a snapshot somebody lacks', () => {
  it('is what Yjs finds by reading all of it, struct for struct, within a struct too', () => {
    for (let seed = 0; seed < 30; seed++) {
      const { snapshot, vectors } = written(seed)
      const spans = new SnapshotSpans(unread(readOf(snapshot)).stretches)
      for (const bytes of vectors.filter((_, i) => i % 3 === seed % 3)) {
        const vector = decodeStateVector(bytes) ?? new Map()
        const lacking = spans.lacking(snapshot, vector)
        if (lacking === null) throw new Error('not found')
        expect(readOf(lacking).sections).toEqual(byYjs(snapshot, bytes))
        expect(readOf(lacking).deletes).toEqual([])
        expect(spans.isCoveredBy(vector)).toBe(lacking.length === 2)
      }
    }
  })

  it('is not said where the snapshot is written in other words', () => {
    const { snapshot, vectors } = written(3)
    const spans = new SnapshotSpans(unread(readOf(snapshot)).stretches)
    const wordy = Uint8Array.from([(snapshot[0] ?? 0) + 1, ...snapshot.subarray(1)])
    expect(spans.lacking(wordy, decodeStateVector(vectors[9] ?? new Uint8Array()) ?? new Map())).toBe(null)
  })
})
