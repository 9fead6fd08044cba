import { expect, test } from 'vitest'
import { mentionsIn } from './mentions.ts'

const things = ['orders', 'orders database', 'Primary', 'S3', 'c', 'shipping-queue'].map((name) => ({
  id: name,
  name,
}))
const named = (text: string): string =>
  mentionsIn(text, things)
    .map(({ name }) => name)
    .join(', ')

test('names are found as whole words, whatever their case, in the order of the text', () => {
  expect(named('pager fires for Orders')).toBe('orders')
  expect(named('primary stalls, then orders')).toBe('Primary, orders')
  expect(named('reordersomething borders on S32')).toBe('')
  expect(named('the shipping-queue fills, S3 is empty')).toBe('shipping-queue, S3')
})

test('the longest name wins where one holds another, and both are found where both stand', () => {
  expect(named('orders database is full')).toBe('orders database')
  expect(named('orders database is full, orders slows')).toBe('orders database, orders')
})

test('a name of one letter names nothing', () => {
  expect(named('plan c')).toBe('')
})
