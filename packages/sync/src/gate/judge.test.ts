import { seededRandom } from '@second-story/std'
import { writeUint8, writeVarInt, writeVarUint } from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Author, visible } from '../testing/author.ts'
import { content, forge, garbage, inType, map } from '../testing/forge.ts'
import { roots, someRoom, take, word } from '../testing/gate.ts'
import { writeUpdate } from '../update/write.ts'
import type { GateRules } from './judge.ts'
import { Knowledge } from './knowledge.ts'

describe('rule 2: the gate passes honest updates', () => {
  it('in 100 sessions of three people, whole, merged, late or resent, and predicts the state exactly', {
    timeout: 60_000,
  }, () => {
    let updates = 0
    for (let seed = 1; seed <= 100; seed++) {
      const random = seededRandom(seed)
      const known = new Knowledge()
      const server = new Y.Doc()
      const people = [1, 2, 3].map((n) => new Author(seed * 10 + n, random))
      const out: Uint8Array[][] = people.map(() => [])
      for (const [i, { doc }] of people.entries()) {
        doc.on('update', (update: Uint8Array, origin: unknown) => {
          if (origin !== 'net') out[i]?.push(update)
        })
      }
      const deliver = (update: Uint8Array): void => {
        updates++
        const verdict = take(known, update)
        if (verdict.type === 'addition') {
          Y.applyUpdate(server, writeUpdate(verdict.addition.runs, verdict.addition.deleted))
        } else expect(word(verdict)).toBe('nothing')
      }
      for (let step = 0; step < 80; step++) {
        const i = Math.floor(random() * 3)
        const person = people[i] as Author
        person.edit()
        if (random() < 0.6) continue
        const queue = out[i]?.splice(0) ?? []
        const way = random()
        if (way < 0.4) deliver(Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(server)))
        else if (way < 0.5) deliver(Y.encodeStateAsUpdate(person.doc))
        else if (way < 0.7 && queue.length > 0) deliver(Y.mergeUpdates(queue))
        else for (const update of queue) deliver(update)
        Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(person.doc)), 'net')
      }
      for (const { doc } of people) deliver(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)))
      expect(server.store.pendingStructs).toBeNull()
      expect(server.store.pendingDs).toBeNull()
      expect([...known.vector].sort()).toEqual([...Y.decodeStateVector(Y.encodeStateVector(server))].sort())
      for (const { doc } of people) {
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), 'net')
        expect(visible(doc)).toEqual(visible(server))
      }
    }
    expect(updates).toBeGreaterThan(3000)
  })

  it('that write into what was deleted and let go of meanwhile', () => {
    const server = new Y.Doc()
    const late = new Y.Doc()
    server.getMap('items').set('a', new Y.Map())
    Y.applyUpdate(late, Y.encodeStateAsUpdate(server))
    server.getMap('items').delete('a')
    const known = new Knowledge()
    take(known, Y.encodeStateAsUpdate(server))
    const item = late.getMap('items').get('a') as Y.Map<unknown>
    const vector = Y.encodeStateVector(late)
    item.set('name', 'written offline')
    expect(take(known, Y.encodeStateAsUpdate(late, vector)).type).toBe('addition')
  })

  it('and strips a struct that is partly known', () => {
    const doc = new Y.Doc()
    const text = new Y.Text()
    doc.getMap('items').set('a', text)
    text.insert(0, 'abc')
    const known = new Knowledge()
    take(known, Y.encodeStateAsUpdate(doc))
    text.insert(3, 'def')
    // the whole text is one struct now, of which the room knows the first half
    const verdict = take(known, Y.encodeStateAsUpdate(doc))
    if (verdict.type !== 'addition') throw new Error(word(verdict))
    const [run] = verdict.addition.runs
    expect([run?.clock, run?.end]).toEqual([4, 7])
  })

  it('and adds nothing for what it has', () => {
    const known = someRoom()
    expect(take(known, forge([{ client: 1, clock: 0, structs: [map] }], [[1, 2, 1]])).type).toBe('nothing')
  })
})

describe('rule 3: own your structs', () => {
  const notSeven: GateRules = { roots, mayUse: (client) => client !== 7 }

  it('a new struct under the name of another is refused, gap or not', () => {
    for (const clock of [0, 5]) {
      const forged = forge([{ client: 7, clock, structs: [garbage(10)] }])
      expect(word(take(someRoom(), forged, notSeven))).toBe('foreign: written under the name of another')
    }
  })

  it("what the room has is stripped and never judged: others' structs may be resent", () => {
    const known = someRoom()
    take(known, forge([{ client: 7, clock: 0, structs: [map] }]))
    const resent = forge([
      { client: 8, clock: 0, structs: [inType(7, 0)] },
      { client: 7, clock: 0, structs: [map] },
    ])
    const verdict = take(known, resent, notSeven)
    expect(verdict.type === 'addition' && verdict.addition.runs.map((run) => run.client)).toEqual([8])
  })
})

describe('rule 3: what the room has is stripped, deletions too', () => {
  it('a value deleted already may be named alone, though it was stored together with the next one', () => {
    const known = new Knowledge()
    const two = content(8, (encoder) => {
      writeVarUint(encoder, 2)
      for (const value of [1, 2]) {
        writeUint8(encoder, 125)
        writeVarInt(encoder, value)
      }
    })
    expect(word(take(known, forge([{ client: 1, clock: 0, structs: [two] }], [[1, 0, 2]])))).toBe('addition')
    expect(word(take(known, forge([], [[1, 1, 1]])))).toBe('nothing')
  })
})
