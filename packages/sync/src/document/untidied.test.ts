import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { deletionsAddNothing } from './deletions.ts'
import { documentOf, foldBoth } from './fold.ts'

function client(clientID: number, update?: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientID
  if (update !== undefined) Y.applyUpdate(doc, update)
  return doc
}

/** What `change` writes into a document that holds `before`. */
function written(clientID: number, before: Uint8Array, change: (text: Y.Text) => void): Uint8Array {
  const doc = client(clientID, before)
  const known = Y.encodeStateVector(doc)
  change(textIn(doc))
  return Y.encodeStateAsUpdate(doc, known)
}

/** A root has no type before somebody asks for it, and is tidied by nobody: texts lie in what has one. */
const textIn = (doc: Y.Doc): Y.Text => doc.getMap('items').get('text') as Y.Text

const deletedIn = (doc: Y.Doc): unknown => [...Y.createDeleteSetFromStructStore(doc.store).clients]

it('a document of the log deletes what the log says and nothing else: no formatting that has no effect any more', () => {
  const author = client(1)
  author.getMap('items').set('text', new Y.Text('a word here'))
  const base = Y.encodeStateAsUpdate(author)
  const bold = written(2, base, (text) => text.format(2, 4, { bold: true }))
  const gone = written(3, base, (text) => text.delete(2, 4))
  const all = [base, bold, gone]
  const said = [[1, [{ clock: 3, len: 4 }]]]
  expect(deletedIn(documentOf(all))).toMatchObject(said)
  expect(deletedIn(documentOf([foldBoth(all).v1]))).toMatchObject(said)
  expect(deletionsAddNothing(all, gone)).toBe(true)
  // Yjs by itself deletes more: without this the test would say nothing
  const tidy = client(4)
  for (const update of all) Y.applyUpdate(tidy, update)
  expect(deletedIn(tidy)).toHaveLength(2)
})
