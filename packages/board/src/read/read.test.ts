import { seededRandom } from '@second-story/std'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { itemMap, itemsOf, metaOf, placesOf, relationsOf } from '../document/roots.ts'
import { SCHEMA_VERSION } from '../document/schema-version.ts'
import type { LayerName } from '../layers.ts'
import { LIMITS } from '../limits.ts'
import { LiveBoard } from '../live/live-board.ts'
import { garbage } from '../testing/garbage.ts'
import { component, id, TestBoard } from '../testing/test-board.ts'
import { read } from './read.ts'

const boundary = (name: string, more: Record<string, unknown> = {}) =>
  component(name, { type: 'boundary', place: { x: 100, y: 100, w: 400, h: 300 }, ...more })

const xOf = (t: TestBoard, name: string): number | undefined => t.item(name)?.place?.x

test('any documents at all give a usable board, the same each time, and the same as one that is followed', () => {
  const property = fc.property(fc.integer(), (seed) => {
    const random = seededRandom(seed)
    const layers: LayerName[] = ['common', 'conduct', 'own']
    const docs = new Map(layers.map((layer) => [layer, garbage(random)]))
    const board = read(docs)
    expect(read(docs)).toEqual(board)
    for (const item of [...board.items.values(), ...board.deleted.values()]) {
      const { x = 0, y = 0, w = 1, h = 1 } = item.place ?? {}
      expect([x, y, w, h].every(Number.isFinite) && w > 0 && h > 0).toBe(true)
    }
    for (const relation of board.relations.values())
      expect(board.items.has(relation.from) && board.items.has(relation.to)).toBe(true)
    const live = new LiveBoard(docs, (work) => work())
    for (const doc of docs.values()) Y.applyUpdate(doc, Y.encodeStateAsUpdate(garbage(random)))
    expect(live.snapshot).toEqual(read(docs))
  })
  fc.assert(property, { seed: 3, numRuns: 50 })
}, 30_000)

test('a shared type or bytes where a value belongs are neither read nor harmed', () => {
  const t = new TestBoard()
  t.run({ do: 'add', id: id('f'), type: 'factor', fields: { text: 'f' } })
  for (const odd of [new Y.Map([['a', 1]]), new Y.Array(), new Uint8Array([1, 2])]) {
    itemMap(t.common, id('f'))?.set('marks', odd)
    expect(t.item('f')).toMatchObject({ text: 'f', marks: [] })
    expect(Object.isFrozen(odd)).toBe(false)
  }
})

test('a snapshot is frozen', () => {
  const t = new TestBoard()
  t.run(component('a'), component('b'), {
    do: 'connect',
    id: id('r'),
    from: id('a'),
    to: id('b'),
    kind: 'calls',
  })
  const { board } = t
  const parts = [board, t.item('a'), t.item('a')?.place, [...board.relations.values()][0]]
  expect(parts.map(Object.isFrozen)).toEqual([true, true, true, true])
})

test('numbers that are none are laid out, sizes out of bounds are bounded', () => {
  const t = new TestBoard()
  t.run(component('a'))
  const stored = (place: unknown): unknown => {
    placesOf(t.common).set(id('a'), place)
    return t.item('a')?.place
  }
  expect(stored({ x: Number.NaN, y: Number.NEGATIVE_INFINITY, w: Number.NaN, h: -5 })).toMatchObject({
    x: 0,
    y: 0,
    w: 144,
    h: 56,
  })
  expect(stored({ x: 1e12, y: -1e12, w: 1e12, h: 0.001 })).toMatchObject({
    x: LIMITS.coordinate,
    y: -LIMITS.coordinate,
    w: LIMITS.size,
    h: 8,
  })
  expect(stored('here')).toBeNull()
})

test('a type of a newer version is kept and shown as a plain card by its words', () => {
  const t = new TestBoard()
  t.run(component('a'))
  itemMap(t.common, id('a'))?.set('type', 'hologram')
  expect(t.item('a')).toMatchObject({ type: 'plain', of: 'hologram', name: 'a', place: { w: 144 } })
})

test('a newer schema is said, on the word of the server alone', () => {
  const t = new TestBoard(['common', 'conduct', 'own'])
  // whoever may write a layer could else make the board read-only for all
  for (const layer of ['common', 'own'] as const)
    metaOf(t.docs.get(layer) as Y.Doc).set('schema', SCHEMA_VERSION + 1)
  expect(t.board.newer).toBe(false)
  metaOf(t.docs.get('conduct') as Y.Doc).set('schema', SCHEMA_VERSION + 1)
  expect(t.board.newer).toBe(true)
})

test('an arrow to something missing or deleted is hidden, and back when its end is', () => {
  const t = new TestBoard()
  t.run(component('a'), component('b'), {
    do: 'connect',
    id: id('r'),
    from: id('a'),
    to: id('b'),
    kind: 'calls',
  })
  t.run({ do: 'remove', ids: [id('b')] })
  expect(t.board.relations.size).toBe(0)
  expect([...t.board.deleted.keys()]).toEqual([id('b')])
  t.run({ do: 'restore', ids: [id('b')] })
  expect(t.board.relations.size).toBe(1)
  itemsOf(t.common).delete(id('b'))
  expect(t.board.relations.size).toBe(0)
})

test('an arrow of an unknown kind goes with, one between no ids is none', () => {
  const t = new TestBoard()
  t.run(component('a'), component('b'))
  const arrow = (from: unknown): Y.Map<unknown> =>
    new Y.Map<unknown>([
      ['from', from],
      ['to', id('b')],
      ['kind', 'root-caused'],
      ['label', 'x'.repeat(999)],
    ])
  relationsOf(t.common).set(id('r'), arrow(id('a')))
  relationsOf(t.common).set(id('s'), arrow(17))
  const relations = [...t.board.relations.values()]
  expect(relations).toMatchObject([{ kind: 'relates-to' }])
  expect(relations[0]?.label).toHaveLength(LIMITS.label)
})

test('what a deleted boundary held stays where it was, also when the boundary is purged', () => {
  const t = new TestBoard()
  t.run(boundary('box'), component('a', { place: { x: 10, y: 10, w: 144, h: 56, parent: id('box') } }))
  expect(xOf(t, 'a')).toBe(110)
  t.run({ do: 'remove', ids: [id('box')] })
  expect(xOf(t, 'a')).toBe(110)
  itemsOf(t.common).delete(id('box'))
  expect(xOf(t, 'a')).toBe(110)
})

test('a circle of parents, made by two people at once, is cut by everyone at the same place', () => {
  const [one, two] = [new TestBoard(['common'], 1), new TestBoard(['common'], 2)]
  one.run(boundary('p'), boundary('q', { place: { x: 7, y: 7, w: 90, h: 90 } }))
  two.hear(one)
  const inside = (child: string, parent: string) => ({
    do: 'place',
    places: [{ id: id(child), place: { x: 5, y: 5, w: 90, h: 90, parent: id(parent) } }],
  })
  one.run(inside('p', 'q'))
  two.run(inside('q', 'p'))
  one.hear(two)
  two.hear(one)
  expect(one.board).toEqual(two.board)
  // the smallest id becomes parentless, the other lies in it
  expect(one.item('p')?.place).toMatchObject({ x: 5, parent: null })
  expect(one.item('q')?.place).toMatchObject({ x: 10, parent: id('p') })
})

test('where a circle is cut does not depend on which of its members was made first', () => {
  const circle = (order: readonly string[]): unknown[] => {
    const doc = new Y.Doc()
    const next: Record<string, string> = { p: 'q', q: 'r', r: 'p' }
    for (const name of order) {
      itemsOf(doc).set(id(name), new Y.Map([['type', 'frame']]))
      placesOf(doc).set(id(name), { x: 1, y: 0, w: 50, h: 50, parent: id(next[name] ?? '') })
    }
    const { items } = read(new Map([['common', doc]]))
    return ['p', 'q', 'r'].map((name) => items.get(id(name) as never)?.place?.x)
  }
  for (const order of ['pqr', 'rqp', 'qrp', 'prq']) expect(circle([...order])).toEqual([1, 3, 2])
})

test('boundaries nested ten thousand deep are read', () => {
  const doc = new Y.Doc()
  const name = (i: number): string => String(i).padStart(21, '0')
  doc.transact(() => {
    for (let i = 0; i < 10_000; i++) {
      itemsOf(doc).set(name(i), new Y.Map([['type', 'frame']]))
      placesOf(doc).set(name(i), { x: 1, y: 0, w: 50, h: 50, parent: i === 0 ? null : name(i - 1) })
    }
  })
  const board = read(new Map([['common', doc]]))
  expect(board.items.get(name(9_999) as never)?.place?.x).toBe(10_000)
})

test('of one id in two layers the more public one is read, with its place', () => {
  const t = new TestBoard(['own', 'common'])
  t.run(component('a', { layer: 'own', place: { x: 500, y: 0, w: 99, h: 99 } }))
  const shared = new TestBoard()
  shared.run(component('a', { fields: { name: 'shown' }, place: null }))
  t.hear(shared)
  expect(t.item('a')).toMatchObject({ name: 'shown', layer: 'common', place: null })
})

test('a shared thing put into a private boundary lies where everybody sees it', () => {
  const t = new TestBoard(['common', 'own'])
  t.run(boundary('mine', { layer: 'own' }), component('a'))
  placesOf(t.common).set(id('a'), { x: 3, y: 0, w: 50, h: 50, parent: id('mine') })
  expect(t.item('a')?.place).toMatchObject({ x: 3, parent: null })
})

test('a shared arrow that was taken away does not come back from a private layer', () => {
  const t = new TestBoard(['common', 'own'])
  t.run(component('a'), component('b'), {
    do: 'connect',
    id: id('r'),
    from: id('a'),
    to: id('b'),
    kind: 'calls',
  })
  const copy = new Y.Map<unknown>([
    ['from', id('a')],
    ['to', id('b')],
    ['kind', 'calls'],
  ])
  relationsOf(t.docs.get('own') as Y.Doc).set(id('r'), copy)
  expect(t.board.relations.size).toBe(1)
  t.run({ do: 'disconnect', ids: [id('r')] })
  expect(t.board.relations.size).toBe(0)
})

test('text that two people write at once is kept whole, however long it grows', () => {
  const [one, two] = [new TestBoard(['common'], 1), new TestBoard(['common'], 2)]
  one.run({ do: 'add', id: id('n'), type: 'note', fields: { text: 'ab' } })
  two.hear(one)
  for (const t of [one, two]) {
    const text = itemMap(t.common, id('n'))?.get('text') as Y.Text
    text.insert(1, (t === one ? 'X' : 'Y').repeat(LIMITS.text))
  }
  one.hear(two)
  two.hear(one)
  expect(one.item('n')).toEqual(two.item('n'))
  expect((one.item('n') as { text: string }).text).toHaveLength(2 * LIMITS.text + 2)
})

test('two people who change different fields of one thing both win', () => {
  const [one, two] = [new TestBoard(['common'], 1), new TestBoard(['common'], 2)]
  one.run(component('a'))
  two.hear(one)
  one.run({ do: 'set', id: id('a'), fields: { kind: 'cache' } })
  two.run({ do: 'set', id: id('a'), fields: { technology: 'redis 7' } })
  one.hear(two)
  expect(one.item('a')).toMatchObject({ kind: 'cache', technology: 'redis 7' })
})

test('words typed offline into what was deleted meanwhile are there when it is brought back', () => {
  const [one, two] = [new TestBoard(['common'], 1), new TestBoard(['common'], 2)]
  one.run({ do: 'add', id: id('n'), type: 'note', fields: { text: 'first' } })
  two.hear(one)
  one.run({ do: 'remove', ids: [id('n')] })
  two.run({ do: 'set', id: id('n'), fields: { text: 'first, and more' } })
  one.hear(two)
  expect(one.item('n')).toBeUndefined()
  one.run({ do: 'restore', ids: [id('n')] })
  expect(one.item('n')).toMatchObject({ text: 'first, and more' })
})
