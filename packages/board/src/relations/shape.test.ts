import { expect, test } from 'vitest'
import { component, id, TestBoard } from '../testing/test-board.ts'

function joined(): TestBoard {
  const t = new TestBoard()
  t.run(component('a'), component('b'))
  t.run({ do: 'connect', id: id('r'), from: id('a'), to: id('b'), kind: 'calls' })
  return t
}

function arrow(t: TestBoard) {
  const found = t.board.relations.get(id('r') as never)
  if (!found) throw new Error('no arrow')
  return found
}

test('an arrow that nobody shaped reads as it always did', () => {
  expect(Object.keys(arrow(joined()))).toEqual(['id', 'layer', 'from', 'to', 'kind', 'label', 'deleted'])
})

test('line, sides and where the words stand are set one by one, and taken back with null', () => {
  const t = joined()
  t.run({ do: 'amend', id: id('r'), line: 'straight', wordsAt: 0.2 })
  t.run({ do: 'amend', id: id('r'), toSide: 'top' })
  expect(arrow(t)).toMatchObject({ line: 'straight', wordsAt: 0.2, toSide: 'top' })
  t.run({ do: 'amend', id: id('r'), line: null, wordsAt: null, toSide: null })
  expect(arrow(t)).not.toHaveProperty('line')
  expect(arrow(t)).not.toHaveProperty('wordsAt')
  expect(arrow(t)).not.toHaveProperty('toSide')
})

test('shapes out of bounds are refused, and what others wrote into the document is put right', () => {
  const t = joined()
  for (const bad of [{ line: 'wavy' }, { fromSide: 'inside' }, { wordsAt: 1.5 }, { wordsAt: Number.NaN }])
    expect(t.try({ do: 'amend', id: id('r'), ...bad }).ok).toBe(false)
  const raw = t.common.getMap('relations').get(id('r')) as { set(key: string, value: unknown): void }
  raw.set('line', { wavy: true })
  raw.set('wordsAt', 7)
  raw.set('toSide', '__proto__')
  expect(arrow(t)).toMatchObject({ wordsAt: 1 })
  expect(arrow(t)).not.toHaveProperty('line')
  expect(arrow(t)).not.toHaveProperty('toSide')
})

test('things that share a group say so; standing alone they say nothing', () => {
  const t = new TestBoard()
  t.run(component('a'), component('b'))
  expect(t.item('a')).not.toHaveProperty('group')
  t.run(
    { do: 'set', id: id('a'), fields: { group: 'g' } },
    { do: 'set', id: id('b'), fields: { group: 'g' } },
  )
  expect([t.item('a')?.group, t.item('b')?.group]).toEqual(['g', 'g'])
  t.run({ do: 'set', id: id('a'), fields: { group: null } })
  expect(t.item('a')).not.toHaveProperty('group')
  expect(t.try({ do: 'set', id: id('a'), fields: { group: 7 } }).ok).toBe(false)
})
