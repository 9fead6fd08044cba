import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Hand, writeDown } from './hand.ts'

function written(client: number, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}

describe('the hand (SPEC.md rule 14)', () => {
  it('shows what others wrote since it was built', () => {
    const hand = new Hand([], 0)
    hand.apply(written(1, (doc) => doc.getMap('items').set('a', 1)))
    hand.apply(written(2, (doc) => doc.getMap('items').set('b', 2)))
    expect(hand.doc.getMap('items').toJSON()).toEqual({ a: 1, b: 2 })
  })

  it('writes on what others wrote, and tells of its own alone', () => {
    const hand = new Hand([], 0)
    hand.apply(written(1, (doc) => doc.getMap('items').set('a', 1)))
    const { updates } = writeDown([hand.doc], () => hand.doc.getMap('items').set('b', 2))
    const heard = new Y.Doc()
    Y.applyUpdate(heard, updates[0] ?? new Uint8Array())
    expect(heard.getMap('items').toJSON()).toEqual({ b: 2 })
  })

  it('goes on under its client when it hears of it what another node wrote under it before', () => {
    const hand = new Hand([], 0)
    hand.doc.clientID = 7
    hand.apply(written(7, (doc) => doc.getMap('items').set('a', 1)))
    expect(hand.doc.clientID).toBe(7)
    expect(Y.getState(hand.doc.store, 7)).toBe(1)
  })

  it('says when too much was written to be worth following', () => {
    const hand = new Hand([], 0)
    const update = written(1, (doc) => doc.getMap('items').set('a', 1))
    let followed = 0
    while (hand.apply(update)) followed++
    expect(followed).toBeGreaterThan(100)
  })
})
