import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { Editor } from './editor.ts'

it('writes what Yjs itself would send for the same changes', () => {
  const doc = new Y.Doc()
  doc.clientID = 77
  const theirs: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => theirs.push(update))
  const editor = new Editor(77)
  const changes = ['a', 'b', 'a', 'a', 'b'].map(
    (key, n) => [key, { x: n, order: 'a0', parent: null }] as const,
  )
  const ours = changes.map(([key, value]) => editor.set(key, value))
  for (const [key, value] of changes) doc.getMap('places').set(key, value)
  expect(ours.map((update) => Y.decodeUpdate(update).ds)).toEqual(
    theirs.map((update) => Y.decodeUpdate(update).ds),
  )
  const read = new Y.Doc()
  for (const update of ours) Y.applyUpdate(read, update)
  expect(read.store.pendingStructs).toBeNull()
  expect(read.getMap('places').toJSON()).toEqual(doc.getMap('places').toJSON())
  expect(Y.encodeStateAsUpdate(read)).toEqual(Y.encodeStateAsUpdate(doc))
})
