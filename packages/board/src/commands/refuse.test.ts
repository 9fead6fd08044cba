import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '../limits.ts'
import { component, id, TestBoard } from '../testing/test-board.ts'

const A = id('a')
const B = id('b')
const NOBODY = id('nobody')
const place = { x: 0, y: 0, w: 100, h: 50 }
const when = { precision: 'exact', at: null, end: null, words: '', zone: 'UTC', order: '' }

const REFUSED: readonly (readonly [string, unknown, string])[] = [
  ['nothing at all', null, 'bad-command'],
  ['a word', 'add', 'bad-command'],
  ['an unknown command', { do: 'destroy' }, 'bad-command'],
  ['a command named after what every object has', { do: 'constructor' }, 'bad-command'],
  ['a short id', { do: 'add', id: 'x', type: 'note' }, 'bad-command'],
  ['an id with odd letters', { do: 'add', id: 'ä'.repeat(21), type: 'note' }, 'bad-command'],
  ['an unknown type', { do: 'add', id: id('n'), type: 'root-cause' }, 'bad-command'],
  ['a type named after what every object has', { do: 'add', id: id('n'), type: 'toString' }, 'bad-command'],
  ['an id in use', component('a'), 'id-taken'],
  ['a layer that is not there', component('n', { layer: 'own' }), 'no-layer'],
  ['what the server alone writes', component('n', { layer: 'conduct' }), 'no-layer'],
  ['no layer', component('n', { layer: 'everywhere' }), 'bad-command'],
  ['a parent that is not there', component('n', { place: { ...place, parent: NOBODY } }), 'bad-parent'],
  ['x that is no number', component('n', { place: { ...place, x: Number.NaN } }), 'bad-command'],
  [
    'x at the end of the world',
    component('n', { place: { ...place, x: Number.POSITIVE_INFINITY } }),
    'bad-command',
  ],
  ['x far out', component('n', { place: { ...place, x: LIMITS.coordinate + 1 } }), 'bad-command'],
  ['no width', component('n', { place: { ...place, w: 0 } }), 'bad-command'],
  ['a field that components have not', component('n', { fields: { blame: 'x' } }), 'unknown-field'],
  ['a kind that is none', component('n', { fields: { kind: 'human' } }), 'bad-value'],
  ['a name of 10,000 letters', component('n', { fields: { name: 'x'.repeat(10_000) } }), 'bad-value'],
  ['a name that is a number', component('n', { fields: { name: 7 } }), 'bad-value'],
  [
    'a round’s name of 10,000 letters',
    component('n', { fields: { round: 'x'.repeat(10_000) } }),
    'bad-value',
  ],
  [
    'a text above the bound',
    { do: 'set', id: A, fields: { notes: 'x'.repeat(LIMITS.text + 1) } },
    'bad-value',
  ],
  ['a change of nothing there', { do: 'set', id: NOBODY, fields: { name: 'x' } }, 'unknown-item'],
  ['a change of a type', { do: 'set', id: A, fields: { type: 'note' } }, 'unknown-field'],
  ['a change of a deletion mark', { do: 'set', id: A, fields: { deleted: 1 } }, 'unknown-field'],
  ['a time that is none', { do: 'set', id: B, fields: { when: { ...when, at: 'yesterday' } } }, 'bad-value'],
  ['a 13th month', { do: 'set', id: B, fields: { when: { ...when, at: '2017-13-01T00:00Z' } } }, 'bad-value'],
  [
    'a link that runs',
    {
      do: 'put',
      id: B,
      field: 'sources',
      entry: 'a',
      value: { kind: 'log', title: '', url: 'javascript:alert(1)' },
    },
    'bad-value',
  ],
  ['an entry of no list', { do: 'put', id: A, field: 'name', entry: 'a', value: 1 }, 'unknown-field'],
  ['a word as an entry', { do: 'put', id: B, field: 'sources', entry: 'a', value: 'log' }, 'bad-value'],
  [
    'a tag of 10,000 letters',
    { do: 'put', id: A, field: 'tags', entry: 'a', value: 'x'.repeat(10_000) },
    'bad-value',
  ],
  ['a place of nothing there', { do: 'place', places: [{ id: NOBODY, place }] }, 'unknown-item'],
  [
    'a place within itself',
    { do: 'place', places: [{ id: A, place: { ...place, parent: A } }] },
    'bad-parent',
  ],
  ['a removal of nothing there', { do: 'remove', ids: [A, NOBODY] }, 'unknown-item'],
  ['a removal of nothing', { do: 'remove', ids: [] }, 'bad-command'],
  [
    'an arrow from nothing',
    { do: 'connect', id: id('r'), from: NOBODY, to: A, kind: 'calls' },
    'unknown-item',
  ],
  ['an arrow to nothing', { do: 'connect', id: id('r'), from: A, to: NOBODY, kind: 'calls' }, 'unknown-item'],
  ['an arrow of no kind', { do: 'connect', id: id('r'), from: A, to: B, kind: 'caused' }, 'bad-command'],
  [
    'an arrow with a book on it',
    { do: 'connect', id: id('r'), from: A, to: B, kind: 'calls', label: 'x'.repeat(201) },
    'bad-command',
  ],
  ['a change of an arrow that is not there', { do: 'amend', id: id('r'), label: 'x' }, 'unknown-relation'],
  ['prose of no section', { do: 'prose', section: 'blame', blocks: [] }, 'bad-command'],
  [
    'prose with a link that runs',
    {
      do: 'prose',
      section: 'summary',
      blocks: [{ kind: 'paragraph', runs: [{ text: 'x', link: 'javascript:x' }] }],
    },
    'bad-command',
  ],
]

function twoItems(): TestBoard {
  const t = new TestBoard()
  t.run(component('a'), { do: 'add', id: B, type: 'event', fields: { text: 'b' } })
  return t
}

for (const [what, raw, why] of REFUSED) {
  test(`${what} is refused with a sentence, and nothing is written`, () => {
    const t = twoItems()
    const before = Y.encodeStateAsUpdate(t.common)
    // also when it comes last: all or none
    const applied = t.try(component('fine'), raw)
    expect(applied).toMatchObject({ ok: false, index: 1, refusal: { id: why } })
    if (!applied.ok) expect(applied.refusal.message).toMatch(/^[^\n]{5,400}\.$/)
    expect(Y.encodeStateAsUpdate(t.common)).toEqual(before)
  })
}

test('what the server alone writes takes no commands, also where its document is at hand', () => {
  const t = new TestBoard(['common', 'conduct'])
  t.run(component('a'), component('b'))
  expect(t.try(component('n', { layer: 'conduct' }))).toMatchObject({
    ok: false,
    refusal: { id: 'no-layer' },
  })
  const arrow = { do: 'connect', id: id('r'), from: id('a'), to: id('b'), kind: 'calls', layer: 'conduct' }
  expect(t.try(arrow)).toMatchObject({ ok: false, refusal: { id: 'no-layer' } })
})

test('more commands than any import has are refused', () => {
  const t = new TestBoard()
  const many = Array.from({ length: LIMITS.batch + 1 }, () => component('a'))
  expect(t.try(...many)).toMatchObject({ ok: false, refusal: { id: 'too-many' } })
})

test('a batch may use what it makes, and is refused where that does not fit', () => {
  const t = new TestBoard()
  t.run(
    { do: 'add', id: id('box'), type: 'boundary', place: { x: 100, y: 100, w: 400, h: 300 } },
    component('a', { place: { ...place, parent: id('box') } }),
    { do: 'connect', id: id('r'), from: id('a'), to: id('box'), kind: 'network' },
    { do: 'amend', id: id('r'), label: 'lan' },
    { do: 'set', id: id('a'), fields: { kind: 'cache' } },
    { do: 'put', id: id('a'), field: 'tags', entry: 't', value: 'new' },
  )
  expect(t.item('a')).toMatchObject({ kind: 'cache', tags: ['new'], place: { x: 100, y: 100 } })
  expect([...t.board.relations.values()]).toMatchObject([{ label: 'lan', kind: 'network' }])
  const bad = t.try(component('b'), { do: 'set', id: id('b'), fields: { kind: 'human' } })
  expect(bad).toMatchObject({ ok: false, index: 1, refusal: { id: 'bad-value' } })
  expect(t.item('b')).toBeUndefined()
})

test('an arrow goes to the less public layer of its two ends, and no arrow tells of what its readers cannot read', () => {
  const t = new TestBoard(['common', 'own'])
  t.run(component('shared'), component('mine', { layer: 'own' }))
  const arrow = { do: 'connect', from: id('shared'), to: id('mine'), kind: 'calls' }
  expect(t.try({ ...arrow, id: id('r'), layer: 'common' })).toMatchObject({
    ok: false,
    refusal: { id: 'no-layer' },
  })
  t.run({ ...arrow, id: id('r') })
  expect([...t.board.relations.values()]).toMatchObject([{ layer: 'own' }])
  t.run(component('other'), {
    do: 'connect',
    id: id('s'),
    from: id('shared'),
    to: id('other'),
    kind: 'calls',
  })
  expect(t.try({ do: 'amend', id: id('s'), to: id('mine') })).toMatchObject({ ok: false })
})

test('a private thing may lie in a shared boundary, a shared thing in no private one', () => {
  const t = new TestBoard(['common', 'own'])
  const boundary = (name: string, layer: string) => ({
    do: 'add',
    id: id(name),
    type: 'boundary',
    layer,
    place,
  })
  t.run(boundary('shared', 'common'), boundary('mine', 'own'))
  t.run(component('a', { layer: 'own', place: { ...place, parent: id('shared') } }))
  expect(t.try(component('b', { place: { ...place, parent: id('mine') } }))).toMatchObject({ ok: false })
})
