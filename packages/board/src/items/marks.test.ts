import { expect, test } from 'vitest'
import { id, TestBoard } from '../testing/test-board.ts'
import { ITEM_TYPES, type ItemTypeName } from './catalogue.ts'
import { marksOf, withMark } from './marks.ts'

test('every type of thing can carry stamps', () => {
  for (const type of Object.keys(ITEM_TYPES) as ItemTypeName[]) {
    expect(Object.keys(ITEM_TYPES[type].fields), type).toContain('marks')
  }
})

test('stamps stand in one order, however they were put on', () => {
  const on = withMark(withMark([], 'luck', true), 'surprise', true)
  expect(on).toEqual(['surprise', 'luck'])
  expect(withMark(on, 'surprise', false)).toEqual(['luck'])
  expect(withMark(on, 'luck', true)).toEqual(on)
})

test('a stamp is set, read and taken back by the same commands on anything; one that is none is refused', () => {
  const t = new TestBoard()
  t.run({ do: 'add', id: id('orders'), type: 'component', fields: { name: 'orders', marks: ['luck'] } })
  expect(t.item('orders')).toMatchObject({ marks: ['luck'] })
  t.run({ do: 'set', id: id('orders'), fields: { marks: [] } })
  expect(t.item('orders')).toMatchObject({ marks: [] })
  expect(t.try({ do: 'set', id: id('orders'), fields: { marks: ['root-cause'] } }).ok).toBe(false)
})

test('a type nobody knows shows none', () => {
  expect(marksOf({ type: 'plain' })).toEqual([])
})
