import { expect, test } from 'vitest'
import type { ItemId } from '../ids.ts'
import type { When } from '../when.ts'
import { between, manyBetween } from './between.ts'
import { inTimeOrder } from './in-time-order.ts'

function at(id: string, time: string | null, order = ''): { id: ItemId; when: When } {
  const when: When = {
    precision: time ? 'exact' : 'unknown',
    at: time ? `2017-01-31T${time}:00Z` : null,
    end: null,
    words: time ? '' : id,
    zone: 'UTC',
    order,
  }
  return { id: id as ItemId, when }
}

const names = (events: Parameters<typeof inTimeOrder>[0]): string =>
  inTimeOrder(events)
    .map((event) => event.id)
    .join(' ')

test('events stand in the order of their times, whatever order they came in', () => {
  expect(names([at('c', '23:00'), at('a', '17:20'), at('b', '18:00')])).toBe('a b c')
})

test('one known only in words stays where people put it', () => {
  expect(names([at('b', '23:30', 'a2'), at('x', null, 'a1'), at('a', '23:00', 'a0')])).toBe('a x b')
})

test('words follow their neighbour when its time is corrected', () => {
  expect(names([at('a', '23:00', 'a0'), at('x', null, 'a1'), at('b', '22:00', 'a2')])).toBe('b a x')
})

test('words ahead of everything stand first, words without a place last', () => {
  expect(names([at('a', '23:00', 'a1'), at('first', null, 'a0'), at('last', null)])).toBe('first a last')
})

test('ties keep the order that people gave, then the id, so that everyone sees the same', () => {
  expect(names([at('q', '23:27', 'a2'), at('p', '23:27', 'a1')])).toBe('p q')
  expect(names([at('q', '23:27'), at('p', '23:27')])).toBe('p q')
})

test('a key lies between its neighbours, also where one of them is no key at all', () => {
  const key = between('a0', 'a1')
  expect(key > 'a0' && key < 'a1').toBe(true)
  expect(between('', '')).toBe('a0')
  expect(between('zz!', 'a1') < 'a1').toBe(true)
  expect(between('a1', 'a1') > 'a1').toBe(true)
  const many = manyBetween('a0', 'a1', 3)
  expect([...many].sort()).toEqual(many)
})
