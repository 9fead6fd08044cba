import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boundTidying, TIDIED_AT_MOST } from './bounded-tidying.ts'

/** A page that holds a text in which a word was made bold, when another deletes it; returns what was deleted in the end. */
function deletedBesides(letters: number): number {
  const author = new Y.Doc()
  author.clientID = 1
  author.getMap('items').set('text', new Y.Text(`a${'b'.repeat(letters)}c`))
  const base = Y.encodeStateAsUpdate(author)
  const writtenOn = (clientID: number, change: (text: Y.Text) => void): Uint8Array => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, base)
    doc.clientID = clientID
    const known = Y.encodeStateVector(doc)
    change(doc.getMap('items').get('text') as Y.Text)
    return Y.encodeStateAsUpdate(doc, known)
  }
  const page = new Y.Doc()
  boundTidying(page)
  Y.applyUpdate(page, base)
  Y.applyUpdate(
    page,
    writtenOn(2, (text) => text.format(1, letters, { bold: true })),
  )
  Y.applyUpdate(
    page,
    writtenOn(3, (text) => text.delete(1, letters)),
  )
  const text = page.getMap('items').get('text') as Y.Text
  expect(text.toString()).toBe('ac')
  const deleted = Y.createDeleteSetFromStructStore(page.store)
  return (deleted.clients.get(2) ?? []).reduce((sum, { len }) => sum + len, 0)
}

describe('tidying up after deletions', () => {
  it('takes away formatting that has no effect any more', () => {
    expect(deletedBesides(4)).toBeGreaterThan(0)
  })

  it('leaves it where so much goes at once that the page would stand still', () => {
    expect(deletedBesides(TIDIED_AT_MOST + 1)).toBe(0)
  })
})
