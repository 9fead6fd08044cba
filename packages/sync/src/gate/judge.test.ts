import { ROOT_NAMES } from '@second-story/protocol'
import { seededRandom } from '@second-story/std'
import { writeUint8, writeVarInt, writeVarString, writeVarUint } from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Author, visible } from '../testing/author.ts'
import { after, before, content, forge, garbage, inRoot, inType, map, skip } from '../testing/forge.ts'
import { writeUpdate } from '../update/write.ts'
import { type GateRules, judge, type Verdict } from './judge.ts'
import { Knowledge } from './knowledge.ts'

const roots = new Set<string>(ROOT_NAMES)
const anyone: GateRules = { roots, mayUse: () => true }

/** Judges, and lets in what passes; what a room does. */
function take(known: Knowledge, update: Uint8Array, rules: GateRules = anyone): Verdict {
  const verdict = judge(update, known, rules)
  if (verdict.type === 'addition') known.learn(verdict.addition.sections, verdict.addition.deleted)
  return verdict
}

const word = (verdict: Verdict): string =>
  'reason' in verdict ? `${verdict.type}: ${verdict.reason}` : verdict.type

/** A room with a map (1:0), a value in a root (1:1) and deleted garbage (1:2). */
function someRoom(): Knowledge {
  const known = new Knowledge()
  expect(
    take(known, forge([{ client: 1, clock: 0, structs: [map, inRoot('items', 'z'), garbage(1)] }])).type,
  ).toBe('addition')
  return known
}

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

describe('rule 2: the gate refuses', () => {
  it.each([
    ['an item that names itself as its origin', forge([{ client: 7, clock: 0, structs: [after(7, 0)] }])],
    [
      'an origin further on in the same update',
      forge([{ client: 7, clock: 0, structs: [after(7, 1), inRoot('items')] }]),
    ],
    ['an item that is its own parent', forge([{ client: 7, clock: 0, structs: [inType(7, 0)] }])],
    ['an item that is its own right neighbour', forge([{ client: 7, clock: 0, structs: [before(7, 0)] }])],
    [
      'two items that name each other',
      forge([
        { client: 8, clock: 0, structs: [after(7, 0)] },
        { client: 7, clock: 0, structs: [after(8, 0)] },
      ]),
    ],
    [
      'a circle of three',
      forge([
        { client: 9, clock: 0, structs: [inRoot('items'), after(8, 1)] },
        { client: 8, clock: 0, structs: [inRoot('items'), after(7, 1)] },
        { client: 7, clock: 0, structs: [inRoot('items'), after(9, 1)] },
      ]),
    ],
  ])('%s', (_name, update) => {
    expect(word(take(someRoom(), update))).toBe('refused: circular reference')
  })

  it.each([
    ['unknown root', forge([{ client: 7, clock: 0, structs: [inRoot('evil')] }])],
    ['parent is not a type', forge([{ client: 7, clock: 0, structs: [inType(1, 1)] }])],
    ['skip', forge([{ client: 7, clock: 0, structs: [skip(3)] }])],
    [
      'subdocument',
      forge([{ client: 7, clock: 0, structs: [content(9, (e) => writeVarString(e, 'guid'))] }]),
    ],
    ['unknown struct', forge([{ client: 7, clock: 0, structs: [content(17, () => undefined)] }])],
    ['unknown type', forge([{ client: 7, clock: 0, structs: [content(7, (e) => writeVarUint(e, 9))] }])],
    ['empty struct', forge([{ client: 7, clock: 0, structs: [garbage(0)] }])],
    ['empty struct', forge([{ client: 7, clock: 0, structs: [content(4, (e) => writeVarString(e, ''))] }])],
    ['clock too large', forge([{ client: 7, clock: 0, structs: [garbage(2 ** 50)] }])],
    ['impossible deletion', forge([], [[1, 0, 0]])],
    ['not JSON', forge([{ client: 7, clock: 0, structs: [content(5, (e) => writeVarString(e, '{oops'))] }])],
    [
      'nested too deeply',
      forge([
        {
          client: 7,
          clock: 0,
          structs: [content(5, (e) => writeVarString(e, '['.repeat(100) + ']'.repeat(100)))],
        },
      ]),
    ],
    [
      'nested too deeply',
      forge([
        {
          client: 7,
          clock: 0,
          structs: [
            content(8, (e) => {
              writeVarUint(e, 1)
              for (let i = 0; i < 100; i++) {
                writeUint8(e, 117)
                writeVarUint(e, 1)
              }
              writeUint8(e, 126)
            }),
          ],
        },
      ]),
    ],
    [
      'client twice',
      forge([
        { client: 7, clock: 0, structs: [inRoot('items')] },
        { client: 7, clock: 1, structs: [inRoot('items')] },
      ]),
    ],
    [
      'not UTF-8',
      forge([
        {
          client: 7,
          clock: 0,
          structs: [
            content(4, (e) =>
              [1, 255].forEach((b) => {
                writeUint8(e, b)
              }),
            ),
          ],
        },
      ]),
    ],
    [
      'unknown value',
      forge([
        {
          client: 7,
          clock: 0,
          structs: [
            content(8, (e) =>
              [1, 5].forEach((b) => {
                writeUint8(e, b)
              }),
            ),
          ],
        },
      ]),
    ],
  ])('%s', (reason, update) => {
    expect(word(take(someRoom(), update))).toBe(`refused: ${reason}`)
  })

  it('a V2 update', () => {
    const doc = new Y.Doc()
    doc.getMap('items').set('a', 'b')
    expect(take(new Knowledge(), Y.encodeStateAsUpdateV2(doc)).type).toBe('refused')
  })

  it.each([
    ['a gap', forge([{ client: 7, clock: 5, structs: [inRoot('items')] }]), 'gap'],
    [
      'an origin that nobody wrote',
      forge([{ client: 7, clock: 0, structs: [after(1, 99)] }]),
      'unknown reference',
    ],
    [
      'a deletion past what is known',
      forge([{ client: 7, clock: 0, structs: [map] }], [[7, 0, 1000]]),
      'deletes what nobody wrote',
    ],
    ['a deletion of an unknown client', forge([], [[99, 0, 1]]), 'deletes what nobody wrote'],
  ])('or calls early %s', (_name, update, reason) => {
    expect(word(take(someRoom(), update))).toBe(`early: ${reason}`)
  })

  it('and takes none of it', () => {
    const known = someRoom()
    const vector = [...known.vector]
    take(known, forge([{ client: 7, clock: 0, structs: [inRoot('items'), after(7, 2)] }]))
    expect([...known.vector]).toEqual(vector)
  })

  it('a chain of 40,000 references between two clients as fast as a plain one', { timeout: 60_000 }, () => {
    const n = 40_000
    const one = Array.from({ length: n }, (_, i) => (i === 0 ? inRoot('items') : after(8, i - 1)))
    const two = Array.from({ length: n }, (_, i) => after(7, i))
    const update = forge([
      { client: 8, clock: 0, structs: two },
      { client: 7, clock: 0, structs: one },
    ])
    const began = performance.now()
    expect(take(new Knowledge(), update).type).toBe('addition')
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

describe('rule 2: how deep shared types may be nested', () => {
  /** Updates that nest lists in one another, each beside a value so that it need not name its parent. */
  function nest(levels: number): Uint8Array[] {
    const doc = new Y.Doc()
    doc.clientID = 1
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    let list = new Y.Array<unknown>()
    doc.getMap('items').set('k', list)
    for (let i = 1; i < levels; i++) {
      const inner = new Y.Array<unknown>()
      list.insert(0, ['beside'])
      list.insert(1, [inner])
      list = inner
    }
    return updates
  }

  it('as deep as any list that people write', () => {
    const known = new Knowledge()
    for (const update of nest(256)) expect(word(take(known, update))).toBe('addition')
    expect(word(take(new Knowledge(), Y.mergeUpdates(nest(256))))).toBe('addition')
  })

  it('no deeper, in one update or in many, as whose deletion would overflow every stack', () => {
    const known = new Knowledge()
    const words = nest(257).map((update) => word(take(known, update)))
    expect(words.at(-1)).toBe('refused: nested too deeply')
    expect(words.slice(0, -1).every((one) => one === 'addition')).toBe(true)
    expect(word(take(new Knowledge(), Y.mergeUpdates(nest(400))))).toBe('refused: nested too deeply')
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

describe('rule 2: whatever the bytes', () => {
  it('the gate never throws, and what passes never breaks a document', { timeout: 60_000 }, () => {
    const random = seededRandom(5)
    const author = new Author(77, random)
    for (let i = 0; i < 60; i++) author.edit()
    const honest = Y.encodeStateAsUpdate(author.doc)
    let passed = 0
    for (let i = 0; i < 4000; i++) {
      const bytes = honest.slice()
      for (let n = 1 + Math.floor(random() * 3); n > 0; n--) {
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
      }
      const verdict = take(
        new Knowledge(),
        random() < 0.2 ? bytes.slice(0, Math.floor(random() * bytes.length)) : bytes,
      )
      if (verdict.type !== 'addition') continue
      passed++
      const doc = new Y.Doc()
      Y.applyUpdate(doc, writeUpdate(verdict.addition.runs, verdict.addition.deleted))
      expect(doc.store.pendingStructs).toBeNull()
      expect(doc.store.pendingDs).toBeNull()
      Y.encodeStateAsUpdate(doc)
    }
    expect(passed).toBeGreaterThan(100)
  })
})

it('forged integers are read as lib0 writes them', () => {
  for (const number of [0, -1, 63, 64, -64, 8191, 2 ** 31, -(2 ** 40)]) {
    const update = forge([
      {
        client: 7,
        clock: 0,
        structs: [
          content(8, (e) => {
            writeVarUint(e, 1)
            writeUint8(e, 125)
            writeVarInt(e, number)
          }),
        ],
      },
    ])
    expect(take(new Knowledge(), update).type).toBe('addition')
  }
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
