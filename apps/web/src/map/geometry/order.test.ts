import { seededRandom } from '@second-story/std'
import { expect, it } from 'vitest'
import { orderBetween } from './order.ts'

it('lies strictly between its bounds, wherever it is asked', () => {
  const random = seededRandom(7)
  const list: string[] = [orderBetween('', '')]
  for (let i = 0; i < 400; i++) {
    const at = Math.floor(random() * (list.length + 1))
    const made = orderBetween(list[at - 1] ?? '', list[at] ?? '')
    list.splice(at, 0, made)
  }
  expect([...list].sort()).toEqual(list)
  expect(new Set(list).size).toBe(list.length)
})

it('goes on at the top without growing fast', () => {
  let last = ''
  for (let i = 0; i < 100; i++) last = orderBetween(last, '')
  expect(last.length).toBeLessThan(24)
})

it('answers even for bounds out of order', () => {
  expect(orderBetween('b', 'a') > 'b').toBe(true)
})
