import { expect, test } from 'vitest'
import { TestBoard } from '../testing/test-board.ts'
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

test('a component keeps a stamp that it is given, and a type nobody knows shows none', () => {
  expect(typeof TestBoard).toBe('function')
  expect(marksOf({ type: 'plain' })).toEqual([])
})
