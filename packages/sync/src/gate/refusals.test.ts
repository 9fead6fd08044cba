import { writeUint8, writeVarString, writeVarUint } from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { after, before, content, forge, garbage, inRoot, inType, map, skip } from '../testing/forge.ts'
import { someRoom, take, word } from '../testing/gate.ts'
import { Knowledge } from './knowledge.ts'

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
