import { expect, it } from 'vitest'
import { type Piled, type Restack, restacked } from './restack.ts'

const box = { x: 0, y: 0, w: 10, h: 10 }
const pile = (...all: [string, string][]): Piled<string>[] =>
  all.map(([id, order]) => ({ id, order, ...box }))

/** The names from below, after it was done. */
function after(all: Piled<string>[], chosen: string[], how: Restack): string {
  const orders = restacked(all, new Set(chosen), how)
  return all
    .map((one) => ({ id: one.id, order: orders.get(one.id) ?? one.order }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1))
    .map((one) => one.id)
    .join('')
}

const stacked = pile(['a', 'A'], ['b', 'B'], ['c', 'C'], ['d', 'D'])

it('brings to either end', () => {
  expect(after(stacked, ['b'], 'front')).toBe('acdb')
  expect(after(stacked, ['c'], 'back')).toBe('cabd')
})

it('goes one step past what it lies over', () => {
  expect(after(stacked, ['b'], 'forward')).toBe('acbd')
  expect(after(stacked, ['c'], 'backward')).toBe('acbd')
})

it('keeps several as they lie on each other', () => {
  expect(after(stacked, ['a', 'b'], 'front')).toBe('cdab')
  expect(after(stacked, ['b', 'd'], 'back')).toBe('bdac')
})

it('gets under what was never stacked', () => {
  const fresh = pile(['a', ''], ['b', ''], ['c', ''])
  expect(after(fresh, ['c'], 'back')).toBe('cab')
  expect(after(fresh, ['c'], 'backward')).toBe('acb')
  expect(after(pile(['a', ''], ['b', ''], ['c', 'K']), ['c'], 'back')).toBe('cab')
})

it('has nothing to say where it lies over nothing, or is there already', () => {
  const far = [...pile(['a', 'A']), { id: 'b', order: 'B', x: 100, y: 0, w: 10, h: 10 }]
  expect(restacked(far, new Set(['a']), 'forward').size).toBe(0)
  expect(restacked(stacked, new Set(['a']), 'back').size).toBe(0)
})
