import { type Random, seededRandom } from '@second-story/std'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { documentOf } from './document/fold.ts'
import { Author } from './testing/author.ts'
import { Client, settle } from './testing/client.ts'
import { Stage } from './testing/stage.ts'

/** Ends a story: all are here, have the same, and nobody was ever closed. */
function allIsWell(stage: Stage, clients: readonly Client[]): void {
  for (const client of clients) {
    client.disconnect()
    client.connect()
  }
  settle(stage, clients)
  expect(stage.closes).toEqual([])
  const disk = documentOf(stage.disk.updates)
  for (const { doc } of [...clients, { doc: disk }]) {
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(disk))
    expect(said(doc)).toEqual(said(disk))
  }
}

function said(doc: Y.Doc): unknown {
  const prose = doc.getMap('prose')
  return [
    doc.getMap('items').toJSON(),
    doc.getMap('places').toJSON(),
    [...prose.keys()].sort().map((key) => `${prose.get(key)}`),
  ]
}

const seeds = (numRuns: number) => ({ numRuns, seed: 7 })
const anySeed = fc.integer({ min: 1, max: 1_000_000 })

function people(stage: Stage, n: number): Client[] {
  return Array.from({ length: n }, (_, i) => new Client(stage, `p${i}`))
}

/** A list of paragraphs that all have, in a room. */
function withProse(stage: Stage, clients: readonly Client[]): void {
  const [first] = clients
  first?.doc.getMap('prose').set('summary', new Y.XmlFragment())
  for (const client of clients) client.connect()
  settle(stage, clients)
}

const proseOf = (client: Client): Y.XmlFragment => client.doc.getMap('prose').get('summary') as Y.XmlFragment

/** What an editor does to a fragment: types, splits a paragraph, joins two, marks words, takes some out. */
function writeProse(fragment: Y.XmlFragment, random: Random): void {
  const below = (n: number): number => Math.floor(random() * n)
  const at = below(fragment.length + 1)
  const paragraph = fragment.get(Math.min(at, fragment.length - 1)) as Y.XmlElement | undefined
  const words = paragraph?.get(0)
  const roll = random()
  fragment.doc?.transact(() => {
    if (!(words instanceof Y.XmlText) || roll < 0.2) {
      const added = new Y.XmlElement('paragraph')
      added.insert(0, [new Y.XmlText('some words')])
      fragment.insert(at, [added])
    } else if (roll < 0.6) words.insert(below(words.length + 1), 'more ')
    else if (roll < 0.75 && words.length > 2)
      words.format(below(words.length - 1), 1, { bold: random() < 0.5 ? true : null })
    else if (roll < 0.85 && words.length > 3) words.delete(below(words.length - 2), 2)
    else if (roll < 0.95) {
      const half = new Y.XmlElement('paragraph')
      half.insert(0, [new Y.XmlText('half')])
      if (words.length > 4) words.delete(words.length - 3, 3)
      fragment.insert(Math.min(at + 1, fragment.length), [half])
    } else if (fragment.length > 2) fragment.delete(below(fragment.length - 1), 1)
  })
}

describe('rules 2 and 3: who is honest is never refused', () => {
  it('whoever edits, undoes and comes and goes, with what was kept on the machine coming late', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const random = seededRandom(seed)
        const stage = Stage.loaded()
        const authors = [1, 2, 3].map((n) => new Author(seed * 4 + n, random))
        const clients = authors.map((author, i) => new Client(stage, `p${i}`, author.doc))
        for (let step = 0; step < 150; step++) {
          const i = Math.floor(random() * 3)
          const roll = random()
          if (roll < 0.7) authors[i]?.edit()
          else if (roll < 0.8) clients[i]?.connect()
          else if (roll < 0.9) clients[i]?.disconnect()
          else if (roll < 0.93) stage.compact()
          else settle(stage, clients)
        }
        // another tab of the same person: it connects, and only then finds what the first one kept
        const kept = Y.encodeStateAsUpdate(authors[0]?.doc ?? new Y.Doc())
        const tab = new Client(stage, 'p0')
        tab.connect()
        tab.recall(kept)
        tab.doc.getMap('items').set('new', 'from the other tab')
        allIsWell(stage, [...clients, tab])
      }),
      seeds(25),
    )
  })

  it('people who write prose together, also after days apart', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const random = seededRandom(seed)
        const stage = Stage.loaded()
        const clients = people(stage, 4)
        withProse(stage, clients)
        for (let step = 0; step < 400; step++) {
          const client = clients[Math.floor(random() * 4)] as Client
          writeProse(proseOf(client), random)
          if (random() < 0.02) client.disconnect()
          if (random() < 0.02) client.connect()
          if (random() < 0.2) settle(stage, clients)
        }
        allIsWell(stage, clients)
      }),
      seeds(8),
    )
  })

  it('whoever comes back after a month to what others wrote meanwhile', { timeout: 60_000 }, () => {
    const random = seededRandom(3)
    const stage = Stage.loaded()
    const clients = people(stage, 3)
    const [away, ...here] = clients as [Client, Client, Client]
    withProse(stage, clients)
    away.doc.getMap('items').set('note', new Y.Text('we saw'))
    for (let i = 0; i < 100; i++) away.doc.getMap('places').set(`k${i}`, { x: i, y: 0 })
    settle(stage, clients)
    away.disconnect()
    for (let i = 0; i < 6000; i++) {
      const who = i % 3 === 0 ? away : (here[i % 2] as Client)
      const text = who.doc.getMap('items').get('note') as Y.Text
      if (i % 4 === 0) text.insert(text.length, 'word ')
      else if (i % 4 === 1) writeProse(proseOf(who), random)
      else who.doc.getMap('places').set(`k${Math.floor(random() * 100)}`, { x: i, y: 1 })
      if (i % 50 === 0) settle(stage, here)
    }
    stage.compact()
    allIsWell(stage, clients)
  })

  it('letters one by one where others write at the same time', { timeout: 60_000 }, () => {
    const stage = Stage.loaded()
    const clients = people(stage, 4)
    clients[0]?.doc.getMap('items').set('note', new Y.Text('so '))
    for (const client of clients) client.connect()
    settle(stage, clients)
    const textOf = ({ doc }: Client): Y.Text => doc.getMap('items').get('note') as Y.Text
    for (let i = 0; i < 4000; i++) {
      for (const [n, client] of clients.entries())
        textOf(client).insert(n === 0 ? 0 : textOf(client).length, 'x')
      // everybody is always a few letters behind
      if (i % 3 === 0) settle(stage, clients)
    }
    allIsWell(stage, clients)
  })

  it('thirty people, each of whom put fifty things at the head of one list, apart from each other', {
    timeout: 60_000,
  }, () => {
    const stage = Stage.loaded()
    const clients = people(stage, 30)
    withProse(stage, clients)
    for (const client of clients) client.disconnect()
    for (const client of clients) {
      for (let i = 0; i < 50; i++) proseOf(client).insert(0, [new Y.XmlElement('paragraph')])
    }
    allIsWell(stage, clients)
  })

  it('twenty people who pull at the same things', { timeout: 60_000 }, () => {
    const random = seededRandom(5)
    const stage = Stage.loaded()
    const clients = people(stage, 20)
    for (const client of clients) client.connect()
    for (let round = 0; round < 150; round++) {
      for (const { doc } of clients)
        doc.getMap('places').set(`k${Math.floor(random() * 3)}`, { x: round, y: 0 })
      settle(stage, clients)
    }
    allIsWell(stage, clients)
  })

  it('an import of 5,000 items, a pasted text of 300,000 letters, and all of it undone and done again', {
    timeout: 60_000,
  }, () => {
    const stage = Stage.loaded()
    const clients = people(stage, 2)
    const [one] = clients as [Client, Client]
    for (const client of clients) client.connect()
    const items = one.doc.getMap('items')
    const undo = new Y.UndoManager([items, one.doc.getMap('places')])
    one.doc.transact(() => {
      for (let i = 0; i < 5000; i++) {
        const item = new Y.Map<unknown>()
        items.set(`k${i}`, item)
        for (const key of ['type', 'name', 'kind', 'at', 'by']) item.set(key, `${key} ${i}`)
        item.set('text', new Y.Text('words'))
        one.doc.getMap('places').set(`k${i}`, { x: i, y: 0 })
      }
      items.set('long', new Y.Text('letters of a long text '.repeat(13_000)))
    })
    settle(stage, clients)
    undo.undo()
    settle(stage, clients)
    undo.redo()
    allIsWell(stage, clients)
  })

  it('who writes into what is deleted and let go of meanwhile', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const random = seededRandom(seed)
        const stage = Stage.loaded()
        const clients = people(stage, 3)
        const [one, two, three] = clients as [Client, Client, Client]
        const item = new Y.Map<unknown>()
        one.doc.getMap('items').set('a', item)
        item.set('text', new Y.Text('so it was'))
        withProse(stage, clients)
        for (let i = 0; i < 5; i++) writeProse(proseOf(one), random)
        settle(stage, clients)
        two.disconnect()
        three.disconnect()
        one.doc.getMap('items').delete('a')
        one.doc.getMap('prose').delete('summary')
        settle(stage, clients)
        if (random() < 0.5) stage.compact()
        for (const late of [two, three]) {
          const held = late.doc.getMap('items').get('a') as Y.Map<unknown>
          ;(held.get('text') as Y.Text).insert(Math.floor(random() * 8), 'and then')
          held.set('name', 'late')
          held.set('name', 'later')
          for (let i = 0; i < 6; i++) writeProse(proseOf(late), random)
          if (random() < 0.5) late.connect()
          // all of it in one row, and from another start
          settle(stage, clients)
        }
        const again = Stage.loaded({}, stage.disk)
        expect(again.reports).toEqual([])
        allIsWell(stage, clients)
      }),
      seeds(20),
    )
  })
})
